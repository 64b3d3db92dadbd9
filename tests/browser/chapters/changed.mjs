// Attacks behind the program's back, in a society of its own: the notice file, an older file of
// facts, the clock, a byte of the log. Each is told on the home page, or the next start is refused.
import assert from 'node:assert/strict';
import {
  cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openBrowser, root, startProgram } from '../desk.mjs';
import { accountsOf, freePort, program, run } from '../society.mjs';
import { enter, look, picture_of } from '../walk.mjs';
import { fill, send, succeeds } from './registers.mjs';

const laterClock = process.env.KENPO_LATER_CLOCK ?? join(root, 'build', 'libkenpo_later_clock.so');
const twoDaysSeconds = 2 * 86_400;
const tellMilliseconds = 60_000;  // the log is verified ten seconds after the start

async function served(data, settings, part) {
  const port = await freePort();
  const address = `https://127.0.0.1:${port}`;
  const running = await startProgram(
    program, ['serve', '--data', data, '--port', String(port)], address, settings);
  try {
    await part(address);
  } finally {
    await running.stop();
  }
}

/** Serves the society for one part of the story, with somebody at the screen. */
function opened(society, user, part) {
  return served(society.data, {}, async (address) => {
    const browser = await openBrowser();
    const office = { ...browser, address, accounts: society.accounts };
    society.accounts[user].cookies = undefined;  // sessions end with the program
    try {
      await enter(office, user);
      await part(office);
    } finally {
      await browser.close();
    }
  });
}

/** The home page, once it says so. */
async function untilHome(office, words) {
  const end = Date.now() + tellMilliseconds;
  for (;;) {
    const page = await look(office, '/');
    const text = await page.locator('main').innerText();
    if (words.test(text)) return page;
    assert.ok(Date.now() < end, `the home page does not say ${words}: ${text}`);
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}

function flip(file, at) {
  const bytes = readFileSync(file);
  bytes[at ?? Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(file, bytes);
}

async function refusesToStart(society, words) {
  const told = await served(society.data, { LANG: 'ja_JP.UTF-8' }, () => {}).then(
    () => 'it started', (error) => error.message);
  assert.match(told, words);
}

async function notice(society) {
  const file = join(society.data, 'notice', '0001.txt');
  await opened(society, 'tekiyo', async (office) => {
    await untilHome(office, /異常なし/);
    flip(file);
    await untilHome(office, /すぐ知らせる/);
  });
  await refusesToStart(society, /ended with 1/);
  flip(file);
}

/** Somebody is locked, and an older file of facts is put back. */
async function facts(society) {
  const names = () => readdirSync(society.data).filter((name) => name.startsWith('facts.db'));
  const put = (from, to) => {
    for (const name of readdirSync(to)) {
      if (name.startsWith('facts.db')) rmSync(join(to, name));
    }
    for (const name of readdirSync(from).filter((each) => each.startsWith('facts.db'))) {
      cpSync(join(from, name), join(to, name));
    }
  };
  const before = join(society.data, '..', 'before');
  mkdirSync(before);
  put(society.data, before);
  await opened(society, 'sekinin', async (office) => {
    const page = await look(office, '/sign-in-locks');
    await page.locator('main').getByRole('link', { name: '健保 花子' }).click();
    await page.waitForLoadState();
    await fill(page, { reason: '端末の紛失の届出' });
    await send(page, '停止する');
    await succeeds(page, /開いていた画面が終わりました/);
  });
  assert.ok(names().length > 0);
  const after = join(society.data, '..', 'after');
  mkdirSync(after);
  put(society.data, after);
  put(before, society.data);
  await opened(society, 'joumu', async (office) => {
    await untilHome(office, /取扱者の名簿か役割が、プログラムの外で変えられました/);
  });
  put(after, society.data);
}

async function clock(society) {
  await served(society.data,
    { LD_PRELOAD: laterClock, KENPO_LATER_SECONDS: String(twoDaysSeconds) }, () => {});
  await opened(society, 'kyufu', async (office) => {
    const page = await untilHome(office, /計算機の時計が戻されています/);
    await picture_of(page, 'home-changed');
  });
}

/** The files of the log's entries. */
function bundles(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile()).sort();
}

async function log(society) {
  const [first] = bundles(join(society.data, 'log', 'tile', 'entries'));
  const size = readFileSync(first).length;
  flip(first, size - 10);
  await opened(society, 'kanji', async (office) => {
    const page = await untilHome(office, /異常あり/);
    await page.locator('main').getByRole('link', { name: /監査記録|記録/ }).first().click();
    await page.waitForURL(/\/audit$/);
    assert.match(await page.locator('main').innerText(),
      /プログラムの外で変えられたものがあります/);
    await picture_of(page, 'audit-changed');
  });
}

export default async function changed(sample) {
  assert.ok(existsSync(laterClock), `${laterClock} is missing: build kenpo_later_clock`);
  const folder = join(sample.folder, 'changed');
  mkdirSync(folder);
  const data = join(folder, 'data');
  run('init', data);
  const files = join(folder, 'files');
  run('make-society', files, '--members', '60', '--months', '1', '--seed', '13');
  run('intake', files, '--data', data);
  const society = { data, accounts: accountsOf(data) };
  await notice(society);
  await facts(society);
  await clock(society);
  await log(society);
}
