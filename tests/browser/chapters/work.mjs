// A work item from the clerk to the one who decides, and two look-alikes merged and parted again.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look } from '../walk.mjs';

const lookAlike = 1;  // the kinds as the address has them
const numberMissing = 4;

async function step(office, state, note) {
  const { page } = office;
  await page.getByLabel('次の状態').selectOption({ label: state });
  if (note) await page.getByLabel('メモ').fill(note);
  await page.getByRole('button', { name: '進める' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
}

async function choices(page) {
  return page.getByLabel('次の状態').locator('option').allInnerTexts();
}

async function askForDecision(office, item, reason) {
  await look(office, item);
  await step(office, '審査中');
  await step(office, '決裁待ち（決裁を求める）', reason);
}

async function fiveStates(office) {
  let page = await look(office, `/work?kind=${numberMissing}`);
  const item = await firstLink(page, /^\/work\/[0-9A-Z]{16}$/);
  page = await look(office, item);
  assert.ok(!(await choices(page)).some((label) => /完了/.test(label)), 'no way past the decision');
  await step(office, '保留', '事業所に電話済み');
  await askForDecision(office, item, '本人確認書類で番号を確かめた');
  page = await look(office, item, { picture: 'work-item' });
  const told = await page.locator('main').innerText();
  assert.match(told, /事業所に電話済み/);
  assert.match(told, /決裁は、ほかの人が行います/);
  assert.ok(!(await choices(page)).some((label) => /完了/.test(label)), 'not by the proposer');

  // The same asked for by hand is refused by the act, too.
  await page.getByLabel('次の状態').evaluate((select) => {
    select.append(new Option('完了', '5', true, true));
  });
  await page.getByRole('button', { name: '進める' }).click();
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /決裁を求めた人は、決裁できません/);
  await inspect(page);

  await enter(office, 'joumu');
  await look(office, '/work?state=4');
  page = await look(office, item);
  await step(office, '完了（決裁する）', '承認');
  assert.match(await page.locator('main').innerText(), /常務 一郎/);
  assert.match(await page.locator('main').innerText(), /健保 花子/);
}

async function merge(office) {
  await enter(office, 'tekiyo');
  let page = await look(office, `/work?kind=${lookAlike}`);
  const item = await firstLink(page, /^\/work\/[0-9A-Z]{16}$/);
  page = await look(office, `${item}/comparison`);
  assert.match(await page.locator('main').innerText(), /「決裁待ち」に進めてください/);
  assert.equal(await page.getByRole('button', { name: 'まとめる' }).count(), 0);
  const members = await page.locator('main a').evaluateAll((links) => links
    .map((link) => link.getAttribute('href')).filter((address) => /^\/members\//.test(address)));
  assert.equal(new Set(members).size, 2, 'two people');
  await askForDecision(office, item, '転職。生年月日と住所が同じ');

  await enter(office, 'joumu');
  await look(office, `${item}/comparison/identifiers`);
  page = await look(office, `${item}/comparison`, { picture: 'comparison' });
  await page.getByLabel('名前を残す台帳').selectOption({ index: 1 });
  await page.getByLabel('理由').fill('届書の原本で確かめた');
  await page.getByRole('button', { name: 'まとめる' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  for (const member of members) {
    page = await look(office, member, { picture: 'merged-ledger' });
    const told = await page.locator('main').innerText();
    assert.match(told, /2つの台帳をまとめて表示しています/, member);
    assert.equal(await page.locator('table', { hasText: '資格取得日' }).locator('tbody tr').count(), 2);
  }

  page = await look(office, `${item}/comparison`);
  await page.getByLabel('取り消す理由').fill('別人と分かった');
  await page.getByRole('button', { name: '取り消す' }).click();
  await page.waitForSelector('.notification-success');
  assert.match(await page.locator('main').innerText(), /取り消した/);
  page = await look(office, members[0]);
  assert.doesNotMatch(await page.locator('main').innerText(), /まとめて表示/);
}

export default async function work(office) {
  await enter(office, 'tekiyo');
  await look(office, '/work', { picture: 'work' });
  await look(office, '/work?due=overdue');
  await look(office, '/work?kind=99', { status: 422 });
  await look(office, '/work/0000000000000000', { status: 404 });
  await fiveStates(office);
  await merge(office);
}
