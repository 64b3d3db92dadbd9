// Wrong password, wrong code, a code twice, a session that has ended.
import assert from 'node:assert/strict';
import { inspect, picture_of } from '../walk.mjs';
import { freshCode } from '../society.mjs';

async function attempt(office, name, password, code) {
  const { page, address } = office;
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('利用者名').fill(name);
  await page.getByLabel('パスワード').fill(password);
  await page.getByLabel('確認コード').fill(code);
  await page.getByRole('button', { name: 'サインインする' }).click();
}

async function isRefused(office) {
  await office.page.waitForSelector('.error-summary');
  assert.equal(new URL(office.page.url()).pathname, '/sign-in');
  await inspect(office.page);
}

export default async function signIn(office) {
  const { page, context, address, accounts } = office;
  const clerk = accounts.tekiyo;

  const closed = await page.goto(`${address}/members`);
  assert.match(page.url(), /\/sign-in/, 'without sign-in there is only the page of sign-in');
  assert.equal(closed.status(), 200);
  await inspect(page);
  await picture_of(page, 'sign-in');

  await attempt(office, clerk.user, 'a wrong password', '000000');
  await isRefused(office);
  await attempt(office, clerk.user, clerk.password, '000000');
  await isRefused(office);

  const code = await freshCode(clerk);
  await attempt(office, clerk.user, clerk.password, code);
  await page.waitForURL(`${address}/`);
  const cookies = await context.cookies();
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.waitForURL('**/sign-in');

  // The cookie of the session that has ended opens nothing.
  await context.addCookies(cookies);
  await page.goto(`${address}/members`);
  assert.match(page.url(), /\/sign-in/);
  await context.clearCookies();
  await attempt(office, clerk.user, clerk.password, code);
  await isRefused(office);
}
