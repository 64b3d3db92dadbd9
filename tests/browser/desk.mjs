// The browser's side of the tests: a headless Chromium, signing in, axe, screenshots.
// Nothing here is downloaded: playwright-core and axe-core stand in package-lock.json, the browser
// is the system's own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOfStep, root, startProgram } from '../support/program.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export { codeOfStep, root, startProgram };
const browserPath = process.env.KENPO_CHROMIUM ?? '/usr/bin/chromium';

/** A browser with an empty profile of its own; `close()` removes the profile. */
export async function openBrowser(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'kenpo-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: false,  // the flag below is the newer headless mode, which is the browser itself
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--hide-scrollbars', '--lang=ja'],
    env: { ...process.env, LANGUAGE: 'ja', LANG: 'ja_JP.UTF-8' },
    ignoreHTTPSErrors: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = context.pages()[0] ?? await context.newPage();
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, page, close };
}

/** The one-time code of a base 32 secret, as a telephone shows it (RFC 6238). */
export function oneTimeCode(secret, milliseconds = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  return codeOfStep(key, Math.floor(milliseconds / 30000));
}

export async function signIn(page, address, { name, password, code }) {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('利用者名').fill(name);
  await page.getByLabel('パスワード').fill(password);
  await page.getByLabel('確認コード').fill(code);
  await page.getByRole('button', { name: 'サインインする' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** What a page is built of: each kind of element in each kind of parent, how it is named, and the
 *  headings in their order. */
async function skeletonOf(page) {
  return page.evaluate(() => {
    const name = (element) => [element.tagName, element.className, element.getAttribute('role'),
      element.getAttribute('type'), element.hidden, element.labels?.length,
      element.hasAttribute('aria-label'), element.textContent.trim() === ''].join(' ');
    const kinds = new Set();
    const headings = [];
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const element of document.querySelectorAll('*')) {
      const parent = element.parentElement;
      kinds.add(`${parent === null ? '' : name(parent)} > ${name(element)}`);
      if (/^H[1-6]$/.test(element.tagName)) headings.push(element.tagName);
    }
    return [innerWidth, ids.length - new Set(ids).size, ...headings, ...[...kinds].sort()].join('\n');
  });
}

const skeletonsWithoutBarriers = new Set();

/**
 * Findings of axe that keep people out: impact serious or critical, WCAG 2.2 A and AA. A page built
 * as one without findings is not examined again.
 */
export async function findBarriers(page) {
  const skeleton = await skeletonOf(page);
  if (skeletonsWithoutBarriers.has(skeleton)) return [];
  const barriers = await askAxe(page);
  if (barriers.length === 0) skeletonsWithoutBarriers.add(skeleton);
  return barriers;
}

async function askAxe(page) {
  // Over the debugger's own connection: the page's Content-Security-Policy stays in force.
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations
    .filter((finding) => ['serious', 'critical'].includes(finding.impact))
    .map((finding) => ({
      rule: finding.id,
      help: finding.help,
      where: finding.nodes.map((node) => node.target.join(' ')),
    }));
}

/** Collects what the browser complains about: refused scripts and styles, failed requests. */
export function listenForComplaints(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** A picture for the manual. */
export async function takePicture(page, name, options = {}) {
  const folder = process.env.KENPO_PICTURES ?? join(root, 'docs', 'manual', 'images');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, ...options });
}
