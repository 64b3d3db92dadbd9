// After the levy: a receipt from the bank's file and one that is typed, what they are matched with,
// what was paid too much, a refund released by two people, a leave, a trial of rates.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

function day(daysFromNow) { return typed(daysFromNow * 24 * 60).slice(0, 10); }

const digits = (number, length) => String(number).padStart(length, '0');

/** A statement of the bank with one transfer, as public layouts have it (JIS X 0201). */
function statement(yen, code) {
  const [year, month, date] = day(-1).split('-');
  const on = digits(Number(year) - 2018, 2) + month + date;
  const bank = '0001' + 'MIHON'.padEnd(15) + '001' + 'HONTEN'.padEnd(15);
  const header = `1030${on}${on}${on}${bank}0001${digits(1, 10)}${'MIHON KENPO'.padEnd(40)}11` +
    `${digits(0, 14)}${' '.repeat(71)}`;
  const entry = `2${digits(1, 8)}${on}${on}111${digits(yen, 12)}${digits(0, 12)}` +
    `${'0'.repeat(6)}${'0'.repeat(6)}0${'0'.repeat(7)}000${code.padEnd(10)}` +
    `${'MIHON SHOUKAI'.padEnd(48)}${'MIHON'.padEnd(15)}${'HONTEN'.padEnd(15)}` +
    `${'FURIKOMI'.padEnd(20)}${''.padEnd(20)} `;
  const trailer = `8${digits(1, 6)}${digits(yen, 13)}${digits(0, 6)}${digits(0, 13)}1` +
    `${digits(yen, 14)}${digits(1, 7)}${' '.repeat(139)}`;
  const end = `9${digits(4, 10)}${digits(1, 5)}${' '.repeat(184)}`;
  return [header, entry, trailer, end].map((record) => {
    assert.equal(record.length, 200);
    return `${record}\r\n`;
  }).join('');
}

/** The symbol and the number of somebody who is insured, from the ledger. */
async function insuredNumber(office) {
  for (const query of ['ア', 'サ', 'タ', 'カ']) {
    const page = await look(office, `/members?q=${encodeURIComponent(query)}`);
    const links = await page.locator('tbody tr').evaluateAll((rows) => rows
      .filter((row) => row.innerText.includes('本人'))
      .map((row) => row.querySelector('a').getAttribute('href')));
    for (const link of links.slice(0, 5)) {
      const ledger = await look(office, `${link}/identifiers`);
      const words = await ledger.locator('#identity-heading + dl').innerText().catch(() => '');
      const found = /([0-9A-Za-z]+)-([0-9]+)/.exec(words.replace(/[\s\S]*記号・番号/, ''));
      const open = await ledger.locator('main').innerText();
      if (found && open.includes('被保険者')) return { symbol: found[1], number: found[2] };
    }
  }
  throw new Error('nobody is insured');
}

async function file(office, symbol) {
  let page = await look(office, '/receipts');
  await page.locator('#file').setInputFiles({
    name: 'meisai.txt', mimeType: 'text/plain', buffer: Buffer.from('1030 broken') });
  await send(page, 'ファイルを受け付ける');
  await isRefused(page, /何も変わっていません/);
  const path = join(office.folder, 'statement.txt');
  writeFileSync(path, statement(99_012_345, digits(symbol, 10)), 'latin1');
  await page.locator('#file').setInputFiles(path);
  await send(page, 'ファイルを受け付ける');
  await succeeds(page, /1件\(99,012,345円\)の入金を登録しました/);
  await page.locator('#file').setInputFiles(path);
  await send(page, 'ファイルを受け付ける');
  await succeeds(page, /0件.*登録済み 1件/);
  page = await look(office, '/receipts', { picture: 'receipts' });
  return firstLink(page, /^\/receipts\/./);
}

async function typedReceipt(office, symbol) {
  const page = await look(office, '/receipts');
  await fill(page, { received_on: day(1), amount: '0', payer: '漢字の名前' });
  await send(page, '入金を登録する');
  await isRefused(page, /金額/);
  await fill(page, { received_on: day(-1), amount: '5,400', payer: 'ミホンショウカイ',
    payer_code: symbol });
  await send(page, '入金を登録する');
  await succeeds(page, /入金を登録しました/);
}

/** Three receipts pasted from a spreadsheet: a fault by its line, the same list twice. */
async function pastedList(office, symbol) {
  const on = day(-1);
  let page = await look(office, '/receipt-lists');
  await page.locator('#list').fill(`${on}\t${symbol}\t1,001\n${on}\t99999999\tx\n`);
  await send(page, '内容を確かめる');
  await isRefused(page, /何も変わっていません/);
  assert.match(await page.locator('main').innerText(), /金額は1円以上の数字です/);
  assert.match(await page.locator('#list').inputValue(), /1,001/, 'what was pasted stays');
  await inspect(page);
  const list = `入金日\t納付者\t金額\n${on}\t${symbol}\t1,001\n${on}\tミホンショウジ\t1,002\t窓口\n`;
  await page.locator('#list').fill(list);
  await send(page, '内容を確かめる');
  await page.getByText('まだ登録していません').first().waitFor();
  await inspect(page);
  await picture_of(page, 'receipt-list');
  await send(page, '2件の入金を登録する');
  await succeeds(page, /2件\(2,003円\)の入金を登録しました/);
  page = await look(office, '/receipt-lists');
  await page.locator('#list').fill(list);
  await send(page, '内容を確かめる');
  await page.waitForURL(/receipt-list-checks$/);
  assert.match(await page.locator('main').innerText(), /登録済みで除くもの\s*2件/);
  assert.equal(await page.getByRole('button', { name: /入金を登録する/ }).count(), 0);
}

/** The bill of an older month goes out, so that somebody is overdue. */
async function overdueBill(office) {
  let page = await look(office, '/levies');
  const months = await page.locator('main a').evaluateAll((links) => links
    .map((link) => /^\/levies\/(\d{4}-\d{2})$/.exec(link.getAttribute('href'))?.[1])
    .filter((month) => month));
  const month = months.sort()[0];
  page = await look(office, `/closings/${month}`);
  const row = page.locator('tbody tr', { hasText: '標準報酬の決定' }).first();
  if (!/完了|保留/.test(await row.innerText())) {
    await fill(page, { task: '標準報酬の決定', step: '保留する', hold: '翌月に処理する' });
    await send(page, '記録する');
    await succeeds(page, /経過を記録しました/);
  }
  page = await look(office, `/closings/${month}/differences`);
  await fill(page, { reason: '取得、喪失、月変の人を確かめた。' });
  await send(page, '承認を求める');
  await succeeds(page, /承認を求めました/);
  const approval = new URL(page.url()).pathname;
  await enter(office, 'joumu');
  page = await look(office, approval);
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await enter(office, 'tekiyo');
  const levied = await look(office, `/levies/${month}`);
  page = await look(office, await firstLink(levied, /^\/levies\/[^/]+\/[^/]+$/));
  await page.getByRole('button', { name: '納入を告知する' }).click();
  await page.waitForSelector('.notification-success');
}

/** A written pledge of somebody who is overdue: decided by two people, its papers, its end. */
async function pledge(office) {
  let page = await look(office, '/arrears', { picture: 'arrears' });
  const links = await page.locator('tbody a').evaluateAll(
    (all) => all.map((link) => link.getAttribute('href')));
  for (const address of links.slice(0, 10)) {
    page = await look(office, `${address}/pledges`);
    if (await page.locator('#plan').count() === 0) continue;
    await fill(page, { first: day(20), count: '3' });
    await send(page, '計画の案を作る');
    await page.waitForURL(/pledge-plans$/);
    const plan = await page.locator('#plan').inputValue();
    assert.equal(plan.trim().split('\n').length, 3, plan);
    await picture_of(page, 'pledge');
    await page.locator('#plan').fill(plan.replace(/\n.*\n$/, '\n'));
    await fill(page, { reason: '売上の回復まで一括の納付が難しいため' });
    await send(page, '登録して決裁に出す');
    await isRefused(page, /分割の合計が/);
    await page.locator('#plan').fill(plan);
    await send(page, '登録して決裁に出す');
    await succeeds(page, /もう一人の決裁を待ちます/);
    const approval = new URL(page.url()).pathname;
    await enter(office, 'joumu');
    page = await look(office, approval);
    await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
    await page.waitForSelector('.notification-success');
    await enter(office, 'tekiyo');
    page = await look(office, address, { picture: 'pledge-kept' });
    assert.match(await page.locator('main').innerText(), /承認済み・履行中/);
    for (const paper of [`${address}/record.pdf`, await firstLink(page, /\/pledges\/.+\.pdf$/)]) {
      const answer = await office.context.request.get(office.address + paper,
        { ignoreHTTPSErrors: true });
      assert.equal(answer.status(), 200, paper);
    }
    await send(page, '誓約を取り消す');
    await succeeds(page, /取消し/);
    return;
  }
  assert.fail('nobody is overdue');
}

async function credit(office, receipt) {
  let page = await look(office, receipt, { picture: 'receipt' });
  assert.match(await page.locator('main').innerText(), /依頼人コードの一致/);
  await page.getByRole('button', { name: 'この内容で充当する' }).first().click();
  await succeeds(page, /充当しました/);
  page = await look(office, '/credits', { picture: 'credits' });
  const address = await firstLink(page, /^\/credits\/./);
  page = await look(office, address);
  await fill(page, { bank_code: '0002', branch_code: '123', kind: '普通', number: '0123456',
    holder: '見本商会' });
  await send(page, '還付を決定する');
  await isRefused(page, /文字/);
  await fill(page, { holder: 'カ）ミホンショウカイ' });
  await picture_of(page, 'credit');
  await send(page, '還付を決定する');
  await succeeds(page, /還付を決定しました/);
}

async function refund(office) {
  let page = await look(office, '/refunds');
  await fill(page, { client_code: '0000012345', client_name: 'ミホンケンコウホケンクミアイ',
    own_bank: '0001', own_branch: '001', own_number: '0000001' });
  await send(page, '振込元を登録する');
  await succeeds(page, /振込元を登録しました/);
  await fill(page, { pay_on: day(-3), delete_by: day(30) });
  await send(page, '作って決裁に出す');
  await isRefused(page, /振込日が過ぎています/);
  await fill(page, { pay_on: day(3), plain_reason: '回線のため' });
  await send(page, '作って決裁に出す');
  await isRefused(page, /暗号化しない理由の長さ/);
  await fill(page, { plain_reason: '銀行の総合振込の回線は平文のファイルだけを受け付け、回線が守るため' });
  await send(page, '作って決裁に出す');
  await succeeds(page, /決裁に出しました/);
  const passphrase = /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(
    await page.locator('main').innerText())[0];
  const ledger = await firstLink(page, /^\/exports\/./);

  await enter(office, 'joumu');
  page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '還付の振込の決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'),
    { picture: 'refund-approval' });
  assert.match(await page.locator('main').innerText(), /[0-9a-f]{64}/);
  assert.match(await page.locator('main').innerText(), /暗号化しない：銀行の総合振込の回線/);
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');

  await enter(office, 'tekiyo');
  page = await look(office, ledger);
  await fill(page, { passphrase: '0000-0000-0000-0000-0000-0000' });
  await send(page, '元のファイルを受け取る');
  await isRefused(page, /パスワード/);
  await fill(page, { passphrase });
  const arriving = page.waitForEvent('download');
  await send(page, '元のファイルを受け取る');
  const bytes = await (await arriving).createReadStream();
  const head = await new Promise((done) => bytes.once('data', done));
  assert.equal(head.subarray(0, 3).toString(), '121');
  page = await look(office, '/refunds', { picture: 'refunds' });
  await page.locator('[name="batch"]').selectOption({ index: 1 });
  await fill(page, { paid_on: day(0) });
  await send(page, '振込を記録する');
  await succeeds(page, /振込を記録しました/);
}

async function leave(office, insured) {
  const page = await look(office, '/leaves');
  await fill(page, { ...insured, kind: '育児休業等', from: day(-20), to: day(-30) });
  await send(page, '免除する月を確かめる');
  await isRefused(page, /休業の終了日が開始日より前です/);
  await fill(page, { from: day(0), to: day(120), between: '前の休業との間に就業日がない' });
  await send(page, '免除する月を確かめる');
  await isRefused(page, /前の育児休業等の申出が登録されていません/);
  await fill(page, { between: '就業日がある、または前の休業がない' });
  await send(page, '免除する月を確かめる');
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /まだ登録していません/);
  assert.match(await page.locator('main').innerText(), /請求・還付する差額/);
  await inspect(page);
  await picture_of(page, 'leave-preview');
  await page.getByRole('button', { name: '登録する', exact: true }).click();
  await succeeds(page, /申出を登録しました/);
  await look(office, '/leaves', { picture: 'leaves' });
  await page.locator('[name="leave"]').selectOption({ index: 1 });
  await send(page, '取消しの影響を確かめる');
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /まだ取り消していません/);
  assert.match(await page.locator('main').innerText(), /請求・還付する差額/);
  await inspect(page);
}

async function trial(office) {
  const page = await look(office, '/rate-trials');
  const basic = page.locator('[name="basic"]');
  await basic.fill('abc');
  await send(page, '試算する');
  await isRefused(page, /小数3桁まで/);
  await basic.fill('500');
  await send(page, '試算する');
  await isRefused(page, /法の範囲の外です/);
  await fill(page, { basic: '50', basic_insured: '25' });
  await send(page, '試算する');
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /試算の結果/);
  await inspect(page);
  await picture_of(page, 'rate-trial');
}

/** Rates of a month far ahead, so that no other chapter's levy knows them; the rule of rounding. */
async function rates(office) {
  const far = `${new Date().getFullYear() + 3}-03`;
  let page = await look(office, '/society-rates', { picture: 'society-rates' });
  await fill(page, { from: far });
  await send(page, '内容を確かめる');
  await isRefused(page, /その月の料率と同じです/);
  await fill(page, { adjustment: '1.4', adjustment_insured: '0.9' });
  await send(page, '内容を確かめる');
  await page.getByText('まだ登録していません').first().waitFor();
  await inspect(page);
  await send(page, '料率を登録する');
  await isRefused(page, /2分の1まで/);
  await fill(page, { from: far, adjustment: '1.4', adjustment_insured: '0.7' });
  await send(page, '内容を確かめる');
  await page.getByText('まだ登録していません').first().waitFor();
  await send(page, '料率を登録する');
  await succeeds(page, /1件の料率を登録しました/);
  await fill(page, { rounding: '支援金を別に端数処理する', rounding_from: '2026-04' });
  await send(page, '端数処理の定めを登録する');
  await isRefused(page, /調定済みです/);
  await fill(page, { rounding: '支援金を別に端数処理する', rounding_from: far });
  await send(page, '端数処理の定めを登録する');
  await succeeds(page, /端数処理の定めを登録しました/);
  await fill(page, { care_specific: '特定被保険者からは徴収しない', bands: '0:2000:1500', care_from: far });
  await send(page, '介護保険料の定めを登録する');
  await isRefused(page, /2分の1まで/);
  await fill(page, { bands: '0：2000：1000　300000：4000：2000' });
  await send(page, '介護保険料の定めを登録する');
  await succeeds(page, /介護保険料の定めを登録しました/);
}

export default async function collection(office) {
  await enter(office, 'kanji');
  await lookRefused(office, '/receipts', /あなたの役割では/);

  await enter(office, 'tekiyo');
  const insured = await insuredNumber(office);
  const receipt = await file(office, insured.symbol);
  await typedReceipt(office, insured.symbol);
  await pastedList(office, insured.symbol);
  await credit(office, receipt);
  await refund(office);
  await overdueBill(office);
  await pledge(office);
  await look(office, '/voluntary-members', { picture: 'voluntary-members' });
  await look(office, `/voluntary-differences/${day(0).slice(0, 7)}`);
  await leave(office, insured);
  await trial(office);
  await rates(office);
}
