// The navigation: few entries stand side by side, many in groups; by mouse, by keys, in a narrow
// window, on paper.
import assert from 'node:assert/strict';
import { enter, inspect, look, picture_of } from '../walk.mjs';

const labels = (page, row) => page.locator(`${row} > li > a`).allInnerTexts();
const first = '.desk-menu > ul:first-child';
const second = '.desk-submenu';
const marked = (page, kind) => page.locator(`.desk-menu [aria-current=${kind}]`).allInnerTexts();
const rowHeights = (page) => page.locator('.desk-menu ul').evaluateAll(
  (rows) => rows.map((row) => row.clientHeight));

/** Flat or in groups, as many entries as the clerk has: one row each, never a ragged second one. */
async function oneRow(office) {
  await enter(office, 'tekiyo');
  const page = await look(office, '/members');
  assert.deepEqual(await marked(page, 'page'), ['加入者']);
  assert.ok((await rowHeights(page)).every((height) => height < 60), 'one row, not two');
}

async function grouped(office) {
  await enter(office, 'sekinin');
  let page = await look(office, '/');
  assert.deepEqual(await labels(page, first),
    ['ホーム', '業務', '本人の請求・苦情', '安全管理', '職員・研修', '公表事項・監査']);
  assert.equal(await page.locator(second).count(), 0);
  assert.deepEqual(await marked(page, 'page'), ['ホーム']);

  await page.locator(first).getByRole('link', { name: '安全管理' }).click();
  await page.waitForURL(`${office.address}/alerts`);
  await page.locator(second).getByRole('link', { name: '台帳(安全管理)' }).click();
  await page.waitForURL(`${office.address}/registers`);
  assert.deepEqual(await marked(page, 'true'), ['安全管理']);
  assert.deepEqual(await marked(page, 'page'), ['台帳(安全管理)']);
  await inspect(page);
  await picture_of(page, 'navigation');

  // Every entry that stood in the navigation is two steps away at most, and opens.
  for (const group of await labels(page, first)) {
    await page.locator(first).getByRole('link', { name: group, exact: true }).click();
    const addresses = await page.locator(`${second} a`).evaluateAll(
      (links) => links.map((link) => link.getAttribute('href')));
    for (const address of addresses) {
      page = await look(office, address);
      assert.equal((await marked(page, 'page')).length, 1, `${address} is marked`);
      assert.deepEqual(await marked(page, 'true'), [group], address);
    }
  }
}

async function narrowAndPrinted(office) {
  const { page } = office;
  await page.setViewportSize({ width: 390, height: 800 });
  await look(office, '/registers');
  assert.ok((await rowHeights(page)).every((height) => height < 60), 'a row stays one row');
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok((await rowHeights(page)).every((height) => height < 60), 'a row stays one row');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.desk-menu').isVisible(), false, 'paper has no navigation');
  await page.emulateMedia({ media: null });
}

async function byKeys(office) {
  const page = await look(office, '/registers');
  const wanted = await page.locator('.desk-menu a').evaluateAll(
    (links) => links.map((link) => link.getAttribute('href')));
  const stops = [];
  while (stops.length < 40 && !stops.join(' ').endsWith(wanted.join(' '))) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.getAttribute('href')));
  }
  assert.ok(stops.length < 40, `the keys go through the navigation in order: ${stops.join(' ')}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${office.address}${wanted.at(-1)}`);
}

export default async function navigation(office) {
  await oneRow(office);
  await grouped(office);
  await narrowAndPrinted(office);
  await byKeys(office);
}
