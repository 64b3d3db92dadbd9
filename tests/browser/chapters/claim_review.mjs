// Receipts of every kind, the content checks by keyboard, a request for re-examination by two people,
// the question about an injury, treatment after the loss with its papers and its debt.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

function day(daysFromNow) { return typed(daysFromNow * 24 * 60).slice(0, 10); }

async function pdf(office, path) {
  const answer = await office.context.request.get(office.address + path,
    { ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200, path);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-', path);
}

/** The page of one receipt of each kind, and its outcome part by part. */
async function everyKind(office) {
  const found = new Map();
  let page = await look(office, '/claims');
  for (let turned = 0; turned < 12 && found.size < 5; turned += 1) {
    const rows = await page.locator('tbody tr').evaluateAll((all) => all.map((row) => ({
      kind: row.children[3]?.innerText.trim(),
      link: row.querySelector('a')?.getAttribute('href'),
    })));
    for (const { kind, link } of rows) if (link && !found.has(kind)) found.set(kind, link);
    const next = page.locator('.pager a[rel=next]');
    if (await next.count() === 0) break;
    page = await look(office, await next.getAttribute('href'));
  }
  for (const kind of ['医科', '歯科', '調剤', '訪問看護']) {
    assert.ok(found.has(kind), `the list has no receipt of ${kind}: ${[...found.keys()]}`);
  }
  for (const [, link] of found) {
    const claim = await look(office, link);
    assert.match(await claim.locator('main').innerText(), /レセプトの内容/);
  }
  page = await look(office, `${found.get('医科')}/outcome`, { picture: 'claim-outcome' });
  assert.match(await page.locator('main').innerText(), /給付割合[\s\S]*限度額区分[\s\S]*第三者行為/);
}

/** The first undecided finding of a rule. */
async function findingOf(office, rule) {
  const page = await look(office, `/findings?state=0&rule=${rule}`);
  return firstLink(page, /^\/findings\/[0-9A-Z]{16}$/);
}

async function reviewer(office) {
  let page = await look(office, '/findings', { picture: 'findings' });
  await send(page, 'この月を点検する');
  await succeeds(page, /0件を点検し/);  // the month's work has looked at all of them
  await page.getByRole('link', { name: '未処理を順に見る' }).click();
  await page.waitForURL(/\/findings\/[0-9A-Z]{16}$/);
  await inspect(page);
  const first = page.url();
  await page.keyboard.press('F6');
  await page.waitForURL((url) => url.href !== first);
  await page.keyboard.press('F4');
  await page.waitForURL(first);
  await page.keyboard.press('F12');  // nothing chosen
  await isRefused(page, /判断/);
  await page.goto(first);
  await page.locator('#verdict').focus();
  await page.locator('#verdict').selectOption({ label: '問題なし' });
  await page.keyboard.press('Enter');
  await page.locator('#template').selectOption({ label: '記録のとおり' });
  await page.keyboard.press('F12');
  await succeeds(page, /判断を登録しました/);
  assert.notEqual(page.url(), first, 'the next one is there');
  page = await look(office, new URL(first).pathname);
  assert.match(await page.locator('main').innerText(), /問題なし/);
}

async function request(office) {
  let page = await look(office, await findingOf(office, 'duplicate'), { picture: 'finding' });
  assert.equal(await page.locator('.columns h3').count(), 2, 'two receipts side by side');
  await fill(page, { verdict: '再審査請求', template: '重複請求' });
  await send(page, '判断を登録する');
  await succeeds(page, /判断を登録しました/);
  page = await look(office, '/reexaminations', { picture: 'reexaminations' });
  await fill(page, { delete_by: '' });
  await send(page, '作って決裁に出す');
  await isRefused(page, /消去する期限/);
  await fill(page, { delete_by: day(120) });
  await send(page, '作って決裁に出す');
  await succeeds(page, /作って決裁に出しました/);
  page = await look(office, '/reexaminations');
  assert.match(await page.locator('main').innerText(), /請求中/);
  await page.locator('#file').setInputFiles({
    name: 'kekka.csv', mimeType: 'text/csv', buffer: Buffer.from('broken') });
  await send(page, '結果を受け付ける');
  await isRefused(page, /結果ファイルではありません/);
  await enter(office, 'sekinin');
  page = await look(office, '/approvals');
  page = await look(office, await firstLink(page, /^\/approvals\/./));
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await enter(office, 'tekiyo');
  page = await look(office, '/reexaminations');
  assert.equal(await page.getByRole('button', { name: 'このファイルを取りやめる' }).count(), 0,
    'what was released is not taken back');
}

async function rules(office) {
  let page = await look(office, '/content-checks', { picture: 'content-checks' });
  page = await look(office, '/content-checks/limit_class');
  await fill(page, { use: '使わない' });
  await send(page, '変更する');
  await isRefused(page, /理由/);
  await fill(page, { reason: '審査支払機関の点検で足りるため' });
  await send(page, '変更する');
  await succeeds(page, /次の点検から使います/);
  await doses(office);
}

/** 用量の上限: an entry that does not fit is told beside its field, nothing of it is kept. */
async function doses(office) {
  const page = await look(office, '/dose-limits', { picture: 'dose-limits' });
  await fill(page, { drug: '112007410', way: '内服', amount: '2.5錠', from: 'R8.4',
    basis: '添付文書 2026年4月改訂' });
  await send(page, '登録する');
  await isRefused(page, /2\.5 のような数/);
  await fill(page, { amount: '2.5' });
  await send(page, '登録する');
  await isRefused(page, /医薬品のコードではありません/);
}

/** All findings of a rule that nobody has decided. */
async function findingsOf(office, rule) {
  const page = await look(office, `/findings?state=0&rule=${rule}`);
  const links = await page.locator('tbody a').evaluateAll(
    (all) => all.map((link) => link.getAttribute('href')));
  return links.filter((link) => /^\/findings\/[0-9A-Z]{16}$/.test(link));
}

/** Asks about an injury; false where the post does not reach the patient. */
async function asked(office, finding) {
  let page = await look(office, finding);
  await fill(page, { verdict: '本人照会', template: '負傷の原因' });
  await send(page, '判断を登録する');
  await succeeds(page, /判断を登録しました/);
  page = await look(office, `${finding}/inquiry`);
  await send(page, '照会する');
  if (await page.locator('.notification-success').count() === 0) {
    await isRefused(page, /郵便の届く住所がありません/);
    return false;
  }
  await pdf(office, `${finding}/inquiry/letter.pdf`);
  page = await look(office, `${finding}/inquiry`, { picture: 'injury-inquiry' });
  await fill(page, { cause: '第三者の行為', answered_on: day(2), words: '交差点での衝突' });
  await send(page, '回答を記録する');
  await isRefused(page, /回答の日が正しくありません/);
  await fill(page, { answered_on: day(0) });
  await send(page, '回答を記録する');
  await succeeds(page, /回答を記録しました/);
  await firstLink(page, /^\/recoveries\?claim=/);
  return true;
}

async function inquiry(office) {
  for (const finding of (await findingsOf(office, 'third_party')).slice(0, 6)) {
    if (await asked(office, finding)) return;
  }
  // The sample has few addresses: where the post reaches nobody, the refusals were seen.
}

/** A settlement with the new insurer; false where the post does not reach the person. */
async function settled(office, address, first) {
  const page = await look(office, address);
  if (first) {
    await fill(page, { kind: '保険者間調整にする', on: day(0) });
    await send(page, '処理を記録する');
    await isRefused(page, /新しい保険者が登録されていません/);
    await fill(page, { insurer_number: '06139993', insurer_name: '見本第二健康保険組合',
      joined_on: day(-40), source: '本人の電話' });
    await send(page, '保険者を登録する');
    await isRefused(page, /保険者の記載が正しくありません/);
  }
  await fill(page, { insurer_number: '06139992', insurer_name: '見本第二健康保険組合',
    joined_on: day(-40), source: '本人の電話' });
  await send(page, '保険者を登録する');
  await succeeds(page, /新しい保険者を登録しました/);
  await fill(page, { kind: '保険者間調整にする', on: day(0) });
  await send(page, '処理を記録する');
  await succeeds(page, /処理を記録しました/);
  const answer = await office.context.request.get(`${office.address}${address}/papers.pdf`,
    { ignoreHTTPSErrors: true });
  if (answer.status() !== 200) return false;
  await pdf(office, `${address}/papers.pdf`);
  await picture_of(page, 'lapse');
  await fill(page, { kind: '返還が済んだ', on: day(0) });
  await send(page, '処理を記録する');
  await isRefused(page, /まだ残っています/);
  return true;
}

async function lapse(office) {
  const page = await look(office, '/lapses', { picture: 'lapses' });
  const links = await page.locator('tbody a').evaluateAll(
    (all) => all.map((link) => link.getAttribute('href')));
  const cases = links.filter((link) => /^\/lapses\/[0-9A-Z]{16}$/.test(link));
  for (const [at, address] of cases.slice(0, 6).entries()) {
    if (await settled(office, address, at === 0)) return;
  }
}

async function recovery(office) {
  let page = await look(office, '/recoveries', { picture: 'recoveries' });
  await send(page, '債権を登録する');
  await isRefused(page, /レセプト/);
  page = await look(office, '/recoveries');
  const links = await page.locator('tbody a').evaluateAll(
    (all) => all.map((link) => link.getAttribute('href')));
  const address = links.find((link) => /^\/recoveries\/[0-9A-Z]{16}$/.test(link));
  if (!address) return;  // nobody left in the sample's months
  page = await look(office, address);
  await fill(page, { first: day(30), count: '3' });
  await send(page, '分割の計画を登録する');
  await succeeds(page, /分割の計画を登録しました/);
  await fill(page, { kind: '入金', on: day(0), paid: '999,999,999' });
  await send(page, '記録する');
  await isRefused(page, /残りの額に合いません/);
  await fill(page, { paid: '100' });
  await send(page, '記録する');
  await succeeds(page, /記録しました/);
  await picture_of(page, 'recovery');
}

export default async function claimReview(office) {
  await enter(office, 'tekiyo');
  await everyKind(office);
  await reviewer(office);
  await request(office);
  await rules(office);
  await inquiry(office);
  await lapse(office);
  await recovery(office);
}
