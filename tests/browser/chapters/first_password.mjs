// A society of one's own: the first password opens nothing but the page on which it is changed, and
// a screen left alone locks.
import assert from 'node:assert/strict';
import { mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, startProgram } from '../desk.mjs';
import { freePort, freshCode, program, run } from '../society.mjs';
import { inspect, look, picture_of, signInAs } from '../walk.mjs';

const chosen = 'morning mist over the rice fields';
const idleMinutes = 1;  // the least that the program takes
const idleMilliseconds = idleMinutes * 60_000 + 2_000;

/** The first user as `kenpo init` tells them, once. */
function firstUser(told) {
  const [, user, , password, secret] = told.match(/^  (\S+)  (\S+)  (\S+)  (.+)$/m);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  return { user, password, key, lastStep: 0 };
}

async function heldBack(office) {
  for (const path of ['/', '/members', '/handlers', '/work', '/duties']) {
    await office.page.goto(office.address + path);
    assert.equal(new URL(office.page.url()).pathname, '/password', path);
  }
  const page = await look(office, '/password', { picture: 'first-password' });
  assert.match(await page.locator('main').innerText(), /最初のパスワードのままでは/);
  assert.equal(await page.locator('.desk-menu a').count(), 0, 'no menu leads away');
}

async function change(office, account) {
  const { page } = office;
  const fill = async (again) => {
    await page.getByLabel('いまのパスワード').fill(account.password);
    await page.getByLabel('新しいパスワード', { exact: false }).first().fill(chosen);
    await page.locator('#again').fill(again);
    await page.getByLabel('確認コード').fill(await freshCode(account));
    await page.getByRole('button', { name: '変更する' }).click();
  };
  await fill('something else altogether');
  await page.waitForSelector('.error-summary');
  assert.equal(new URL(page.url()).pathname, '/password');
  await fill(chosen);
  await page.waitForURL('**/sign-in');
  account.password = chosen;
}

/** The page covers itself where it is; what was typed is there again afterwards. */
async function covered(office, account) {
  const page = await look(office, '/password');
  await page.locator('#code').fill('123');
  await page.locator('.lock').waitFor({ state: 'visible', timeout: idleMilliseconds + 5_000 });
  await inspect(page);
  assert.equal(new URL(page.url()).pathname, '/password', 'the page is still there');
  assert.equal(await page.locator('main').evaluate((main) => main.closest('[inert]') !== null),
    true, 'nothing behind the cover takes keys');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'lock-password');
  const unlock = async (password) => {
    await page.locator('#lock-password').fill(password);
    await page.locator('.lock').getByRole('button', { name: 'ロックを解除する' }).click();
  };
  await unlock('not the password');
  await page.locator('.lock-fault', { hasText: 'パスワードを確かめてください' }).waitFor();
  assert.equal(await page.locator('.lock').isVisible(), true, 'still covered');
  assert.equal(await page.locator('#lock-password').inputValue(), '', 'the password is not kept');
  await picture_of(page, 'lock-cover');
  // Another page of the same session is locked, too: the server locks, not the script.
  const answer = await page.request.get(`${office.address}/duties`);
  assert.equal(new URL(answer.url()).pathname, '/lock');
  await unlock(account.password);
  await page.locator('.lock').waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#code').inputValue(), '123', 'what was typed is still there');
  await look(office, '/duties');
}

/** Nothing is seen until the person of the screen gives the password. */
async function leftAlone(office, account) {
  const { page } = office;
  await page.waitForTimeout(idleMilliseconds);
  await page.goto(`${office.address}/duties`);
  assert.equal(new URL(page.url()).pathname, '/lock', 'the screen has locked');
  await inspect(page);
  await picture_of(page, 'lock');
  const unlock = async (password) => {
    await page.getByLabel('パスワード').fill(password);
    await page.getByRole('button', { name: 'ロックを解除する' }).click();
  };
  await unlock('not the password');
  await page.waitForSelector('.error-summary');
  await page.goto(`${office.address}/duties`);
  assert.equal(new URL(page.url()).pathname, '/lock', 'still locked');
  await unlock(account.password);
  await page.waitForURL('**/duties');
}

export default async function firstPassword(sample) {
  const folder = join(sample.folder, 'own');
  mkdirSync(folder);
  copyFileSync(join(sample.data, 'society.tsv'), join(folder, 'society.tsv'));
  const data = join(folder, 'data');
  const account = firstUser(run('init', data, '--society', join(folder, 'society.tsv')));
  const port = await freePort();
  const address = `https://127.0.0.1:${port}`;
  const served = await startProgram(program, ['serve', '--data', data, '--port', String(port),
    '--idle-minutes', String(idleMinutes)], address);
  const browser = await openBrowser();
  try {
    const office = { ...browser, address };
    await signInAs(office, account);
    await heldBack(office);
    await change(office, account);
    await signInAs(office, account);
    const page = await look(office, '/duties');
    assert.ok(await page.locator('.desk-menu a').count() > 0, 'the menu is back');
    await leftAlone(office, account);
    await covered(office, account);
  } finally {
    await browser.close();
    await served.stop();
  }
}
