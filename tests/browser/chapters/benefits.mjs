// High-cost medical expense: the society's rules are entered, what waits is looked at line by line,
// decided and refused, paid by a file that a second person releases.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

function day(daysFromNow) { return typed(daysFromNow * 24 * 60).slice(0, 10); }

/** The rules of additional benefits; a row without its resolution is refused. */
async function rules(office) {
  const page = await look(office, '/additional-rules');
  const values = { from: 'R8.4', threshold: '25,000', unit: '100', minimum: '500',
    combined: '合算した人ごと' };
  await fill(page, values);
  await send(page, '登録する');
  await isRefused(page, /根拠の議決/);
  assert.equal(await page.locator('[name="threshold"]').inputValue(), '25,000');
  await fill(page, { resolution: '組合会 令和8年2月20日議決 第3号' });
  await send(page, '登録する');
  await succeeds(page, /規程を登録しました/);
  await look(office, '/additional-rules', { picture: 'additional-rules' });
}

/** The calculation of somebody with a proposal: every step with its article. */
async function household(office) {
  let page = await look(office, '/high-cost');
  await send(page, '計算する');
  await succeeds(page, /計算しました/);
  await send(page, '計算する');
  await succeeds(page, /変わったもの 0件、新しい案 0件/);
  page = await look(office, '/high-cost?state=0', { picture: 'high-cost' });
  const address = await firstLink(page, /^\/high-cost\/[0-9A-Z]{16}\/\d{4}-\d{2}$/);
  page = await look(office, address, { picture: 'high-cost-household' });
  const text = await page.locator('main').innerText();
  for (const words of ['一部負担金', '健康保険法', '高額療養費', '請求できる最後の日', '決裁待ち']) {
    assert.ok(text.includes(words), words);
  }
  await send(page, '見送る');
  await isRefused(page, /見送る理由/);
  await look(office, address);
  await send(page, '計算し直す');
  await succeeds(page, /結果は変わりません/);
  return address;
}

async function decide(office, address) {
  let page = await look(office, address);
  await page.locator('main').getByRole('button', { name: '支給を決定する' }).first().click();
  await succeeds(page, /決定しました/);
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: '支給決定通知書(PDF)' }).first().click();
  const paper = await arriving;
  if (process.env.KENPO_KEEP_PAPERS) {
    await paper.saveAs(`${process.env.KENPO_KEEP_PAPERS}/award.pdf`);
  }
  page = await look(office, await firstLink(page, /^\/benefit-accounts\//));
  await fill(page, { bank_code: '12', branch_code: '001', number: '1234567',
    holder: 'ミホン ハナコ', evidence: '口座の届出' });
  await send(page, '登録する');
  await isRefused(page, /銀行/);
  await fill(page, { bank_code: '0001' });
  await send(page, '登録する');
  await succeeds(page, /支払先を登録しました/);
  assert.doesNotMatch(await page.locator('main').innerText(), /1234567/, 'the number is hidden');
}

async function clear(office) {
  const page = await look(office, '/high-cost');
  const button = page.getByRole('button', { name: /件を支給決定する/ });
  if (await button.count() === 0) return;
  await button.click();
  await succeeds(page, /件を支給決定しました/);
}

async function payingAccount(office) {
  const page = await look(office, '/refunds');
  await fill(page, { client_code: '1234567890', client_name: 'ミホンケンポ', own_bank: '0001',
    own_branch: '001', own_number: '7654321' });
  await send(page, '振込元を登録する');
  await succeeds(page, /振込元を登録しました/);
}

/** A transfer file, its release by a second person, the record of the payment. */
async function pay(office) {
  await enter(office, 'tekiyo');
  await payingAccount(office);
  await enter(office, 'kyufu');
  let page = await look(office, '/benefit-payments');
  await fill(page, { pay_on: day(-1), delete_by: day(30) });
  await send(page, '作って決裁に出す');
  await isRefused(page, /振込日が過ぎています/);
  await fill(page, { pay_on: day(3) });
  await send(page, '作って決裁に出す');
  await succeeds(page, /作って決裁に出しました/);
  await look(office, '/benefit-payments', { picture: 'benefit-payments' });
  await enter(office, 'joumu');
  page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '給付の振込の決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'));
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  await lookRefused(office, '/high-cost', /あなたの役割では/);
  await enter(office, 'kyufu');
  page = await look(office, '/benefit-payments');
  await page.locator('select[name="batch"]').selectOption({ index: 1 });
  await fill(page, { paid_on: day(0) });
  await send(page, '振込を記録する');
  await succeeds(page, /振込を記録しました/);
}

/** A decided 療養費 of somebody of the household: refused without its evidence, counted, cancelled. */
async function medicalExpense(office, address) {
  let page = await look(office, address);
  const expenses = await firstLink(page, /^\/members\/[0-9A-Z]{16}\/medical-expenses$/);
  page = await look(office, expenses);
  await fill(page, { month: address.slice(-7), expense_reason: '治療用装具',
    institution: '見本義肢製作所', found: '100,000', paid: '70,000', decided_on: day(0) });
  await send(page, '登録する');
  await isRefused(page, /根拠/);
  assert.equal(await page.locator('[name="found"]').inputValue(), '100,000');
  await fill(page, { evidence: '療養費支給決定 第12号' });
  await send(page, '登録する');
  await succeeds(page, /計算し直しました/);
  await look(office, expenses, { picture: 'medical-expenses' });
  page = await look(office, address);
  const text = await page.locator('main').innerText();
  assert.ok(text.includes('見本義肢製作所　外来（療養費）'), 'a unit of its own');
  assert.ok(text.includes('療養費を控除した自己負担'), 'with its line');
  page = await look(office, expenses);
  await page.locator('select[name="expense"]').selectOption({ index: 1 });
  await send(page, '取り消す');
  await isRefused(page, /取り消す理由/);
  await fill(page, { cancelled_because: '登録の誤り' });
  await send(page, '取り消す');
  await succeeds(page, /取り消し、世帯の月を計算し直しました/);
}

export default async function benefits(office) {
  await enter(office, 'kyufu');
  await rules(office);
  const address = await household(office);
  await decide(office, address);
  await clear(office);
  await pay(office);
  const page = await look(office, address);
  assert.match(await page.locator('main').innerText(), /支払済み/);
  await medicalExpense(office, address);
}
