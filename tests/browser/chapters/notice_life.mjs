// The life of the notice: a row is withdrawn and added again by two people, published with evidence,
// told to the members; a finding of the linter is answered.
import assert from 'node:assert/strict';
import { enter, look, lookRefused } from '../walk.mjs';
import { fill, isRefused, send, succeeds } from './registers.mjs';

const row = '、福利厚生の提供';  // pair 43, at the end of its row

function today() {
  return new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);
}

/** The second person agrees; both see the differences only. */
async function decide(office, address, picture) {
  await enter(office, 'joumu');
  const page = await look(office, address, { picture });
  await send(page, '承認する');
  await page.waitForSelector('.notification-success');
  await enter(office, 'sekinin');
}

async function propose(office, change) {
  const page = await look(office, '/notice-proposals', { picture: 'notice-proposal' });
  const text = await page.locator('#text').inputValue();
  const changed = change(text);
  assert.notEqual(changed, text);
  await page.locator('#text').fill(changed);
  await fill(page, { reason: '利用の見直し' });
  await send(page, '提案する');
  return page;
}

function addressOf(page) {
  return new URL(page.url()).pathname;
}

async function findings(office) {
  let page = await look(office, '/notice-findings', { picture: 'notice-findings' });
  await page.locator('.task a').first().click();
  await page.waitForLoadState();
  const address = addressOf(page);
  await fill(page, { disposition: '直す', reason: '次の版で代表者の氏名を載せる' });
  await send(page, '回答する');
  await isRefused(page, /「直す」のときだけ/);
  page = await look(office, address);
  await fill(page, { disposition: '直す', reason: '次の版で代表者の氏名を載せる', mend_by: '2099-03-31' });
  await send(page, '回答する');
  await succeeds(page, /回答を記録しました/);
  assert.match(await page.locator('main').innerText(), /2099-03-31 までに直す/);
}

export default async function noticeLife(office) {
  await enter(office, 'tekiyo');
  await lookRefused(office, '/notice-versions', /役割のものではありません/);
  await enter(office, 'sekinin');
  await look(office, '/notice-versions');
  await findings(office);

  let page = await propose(office, (text) => text.replace('個人情報の類型\t利用目的', '類型\t利用目的'));
  await isRefused(page, /行/);
  page = await propose(office, (text) => text.replace(row, ''));
  await succeeds(page, /提案しました/);
  assert.equal(await page.getByRole('button', { name: '承認する' }).count(), 0, 'not one’s own');
  await decide(office, addressOf(page), 'notice-approval');
  await look(office, '/notice-versions/2');

  const words = '研修の実施';
  const add = (text) => {
    const at = text.lastIndexOf(words) + words.length;
    return text.slice(0, at) + row + text.slice(at);
  };
  page = await propose(office, add);
  await isRefused(page, /追加する行/);
  await fill(page, { reach_43: '以前の情報にも使う(変更前の利用目的と関連がある)',
    statement_43: '雇用の管理と一体の福利厚生であり、関連がある' });
  await send(page, '提案する');
  await succeeds(page, /提案しました/);
  await decide(office, addressOf(page));

  page = await look(office, '/notice-versions/3');
  assert.match(await page.locator('main').innerText(), /公表の記録がありません/);
  await send(page, '公表を記録する');
  await isRefused(page, /公表の方法/);
  page = await look(office, '/notice-versions/3');
  await fill(page, { means: 'ホームページ(この画面の公表ページ)', place: '/notice' });
  await send(page, '公表を記録する');
  await succeeds(page, /公表を記録しました/);
  await page.locator('summary', { hasText: '周知を記録する' }).click();
  await fill(page, { told_means: '機関誌', told_on: today(), told_to: '被保険者全員',
    evidence: '機関誌 秋号 3ページ' });
  await send(page, '周知を記録する');
  await succeeds(page, /周知を記録しました/);
  await look(office, '/notice-versions/3', { picture: 'notice-version' });
  await look(office, '/notice-versions', { picture: 'notice-versions' });
  page = await look(office, '/notice-differences?before=1&after=2', { picture: 'notice-difference' });
  assert.match(await page.locator('main').innerText(), /取下げ[\s\S]*福利厚生の提供/);
  await look(office, '/notice-differences?before=1&after=9', { status: 404 });
}
