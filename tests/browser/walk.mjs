// Opening pages the way the office does, with what must hold on every one of them.
import assert from 'node:assert/strict';
import { findBarriers, listenForComplaints, signIn, takePicture } from './desk.mjs';
import { freshCode } from './society.mjs';

const longestPicturePixels = 1640;
const complaintsOf = new WeakMap();

/**
 * The user takes the screen, the home board before them: in the session they had, if it goes on, so
 * that nobody waits for the next code.
 */
export async function enter(office, user) {
  const account = office.accounts[user];
  if (!account.cookies) return signInAs(office, account);
  await office.context.clearCookies();
  await office.context.addCookies(account.cookies);
  await office.page.goto(`${office.address}/`);
  if (new URL(office.page.url()).pathname !== '/') await signInAs(office, account);
}

/** Forgets who was signed in, and signs in anew. */
export async function signInAs(office, account) {
  await office.context.clearCookies();
  await signIn(office.page, office.address, {
    name: account.user, password: account.password, code: await freshCode(account),
  });
  account.cookies = await office.context.cookies();
}

/** What must hold on every page: no barriers, nothing beyond the window's edge, no complaints. */
export async function inspect(page) {
  assert.deepEqual(await findBarriers(page), [], page.url());
  const edge = await page.evaluate(() => [
    document.scrollingElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(edge[0] <= edge[1], `${page.url()} is ${edge[0]} wide in a window of ${edge[1]}`);
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text, /\{\{|undefined/, `${page.url()} shows a tag`);
}

/** Opens an address and inspects the page; `picture` names it in the manual. */
export async function look(office, path, { status = 200, picture } = {}) {
  const { page } = office;
  if (!complaintsOf.has(page)) complaintsOf.set(page, listenForComplaints(page));
  const complaints = complaintsOf.get(page);
  complaints.length = 0;
  const answer = await page.goto(office.address + path);
  assert.equal(answer.status(), status, `${path}: ${await headline(page)}`);
  await inspect(page);
  // The browser itself notes an answer of 4xx; anything else is ours.
  const ours = complaints.filter((words) => !/status of 4\d\d/.test(words));
  assert.deepEqual(ours, [], `${path}: the browser complains`);
  await picture_of(page, picture);
  return page;
}

/** A picture for the manual, cut where a long table goes on as it began. */
export async function picture_of(page, name) {
  if (!name || process.env.KENPO_SCREENSHOTS !== '1') return;
  const [width, height] = await page.evaluate(() => [
    innerWidth, document.scrollingElement.scrollHeight]);
  const clip = { x: 0, y: 0, width, height: Math.min(height, longestPicturePixels) };
  await takePicture(page, name, { clip });
}

export async function headline(page) {
  const words = page.locator('h1, .notification-title');
  return (await words.allInnerTexts()).join(' / ');
}

/** The address of the first link whose address fits. */
export async function firstLink(page, pattern) {
  const all = await page.locator('main a').evaluateAll(
    (links) => links.map((link) => link.getAttribute('href')));
  const found = all.find((address) => pattern.test(address));
  assert.ok(found, `${page.url()} has no link like ${pattern}: ${all.join(' ')}`);
  return found;
}

/** The refusal page, in the words of the gate. */
export async function lookRefused(office, path, words) {
  const page = await look(office, path, { status: 403 });
  assert.match(await page.locator('main').innerText(), words, path);
  return page;
}
