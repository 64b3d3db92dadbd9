// A clerk's first minute in a real browser: the page of sign-in, a refusal, keys, no barriers.
// Needs a running desk: KENPO_ADDRESS (https://localhost:8443), KENPO_NAME, KENPO_PASSWORD and
// KENPO_SECRET (base 32) of a staff member. Exit status 0: all held; 1: something did not.
import assert from 'node:assert/strict';
import {
  findBarriers, listenForComplaints, oneTimeCode, openBrowser, signIn, takePicture,
} from './desk.mjs';

const { KENPO_ADDRESS: address, KENPO_NAME: name, KENPO_PASSWORD: password,
  KENPO_SECRET: secret } = process.env;
assert.ok(address && name && password && secret, 'KENPO_ADDRESS, _NAME, _PASSWORD, _SECRET');

const { page, close } = await openBrowser();
try {
  const complaints = listenForComplaints(page);
  await page.goto(`${address}/sign-in`);
  assert.deepEqual(await findBarriers(page), []);
  assert.deepEqual(complaints, [], 'the browser refuses nothing of the page');
  await takePicture(page, 'sign-in');

  // Enter goes to the next field; while kana are being turned into kanji it does not.
  await page.getByLabel('利用者名').focus();
  await page.evaluate(() => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sign_in_name');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'password');
  await page.keyboard.type('not the password');
  await page.keyboard.press('F12');

  await page.waitForSelector('.error-summary:focus');
  assert.match(await page.title(), /^エラー：/);
  assert.equal(await page.getByLabel('利用者名').inputValue(), name);
  assert.equal(await page.getByLabel('パスワード').inputValue(), '');
  assert.deepEqual(await findBarriers(page), []);

  await signIn(page, address, { name, password, code: oneTimeCode(secret) });
  assert.ok(await page.getByRole('heading', { name: 'このページの利用目的' }).isVisible());
  assert.deepEqual(await findBarriers(page), []);
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.waitForURL('**/sign-in');
  await page.goBack();
  assert.match(new URL(page.url()).pathname, /^\/sign-in/, 'nothing is left in the browser');
} finally {
  await close();
}
