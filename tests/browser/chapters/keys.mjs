// No mouse: sign in, search from the home board, open a member, change the day, step to another month.
import assert from 'node:assert/strict';
import { freshCode } from '../society.mjs';

async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.getAttribute('href') || element.textContent.trim();
  });
}

/** Presses Tab until what has the focus fits. */
async function tabTo(page, pattern, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (pattern.test(await focused(page))) return;
  }
  assert.fail(`${page.url()}: Tab does not reach ${pattern}`);
}

export default async function keys(office) {
  const { page, context, address, accounts } = office;
  await context.clearCookies();
  await page.goto(`${address}/sign-in`);
  await tabTo(page, /^sign_in_name$/);
  await page.keyboard.type(accounts.tekiyo.user);
  await page.keyboard.press('Enter');
  await page.keyboard.type(accounts.tekiyo.password);
  await page.keyboard.press('Enter');
  await page.keyboard.type(await freshCode(accounts.tekiyo));
  await page.keyboard.press('F12');
  await page.waitForURL(`${address}/`);

  await page.keyboard.press('Tab');
  assert.equal(await focused(page), '#main', 'the first stop leads past the navigation');
  await page.keyboard.press('Enter');
  await tabTo(page, /^search-q$/, 2);
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/members?q=1');
  await tabTo(page, /^\/members\/./);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/members\/[0-9A-Z]{16}$/);
  await tabTo(page, /^known_on$/);
  await page.keyboard.type('R99.99.99');
  await page.keyboard.press('F12');
  await page.waitForURL(/known_on=R99/);
  assert.ok(await page.locator('.field-error').isVisible());
  await page.goBack();
  await tabTo(page, /^\/premiums\//);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/premiums\//);
  const before = page.url();
  await page.keyboard.press('F4');
  await page.waitForURL((url) => url.href !== before);
  assert.match(page.url(), /\/premiums\//);
}
