// What leaves the office: a roster is made and sealed, a second person releases it, it is fetched
// encrypted, and its erasure is proved. The ledger of processors.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

function day(daysFromNow) { return typed(daysFromNow * 24 * 60).slice(0, 10); }

async function processors(office) {
  const page = await look(office, '/processors');
  await fill(page, { name: '見本印刷株式会社', work: '封書の印刷', country: 'JP', contract: 'K-2026-1',
    contract_from: day(-30), contract_until: day(-40), selection: 'プライバシーマーク、実地の確認' });
  await send(page, '委託先を登録する');
  await isRefused(page, /契約の終わりが始まりより前です/);
  await fill(page, { contract_until: day(300) });
  await send(page, '委託先を登録する');
  await succeeds(page, /委託先を登録しました/);
  await fill(page, { processor: '見本印刷株式会社', checked_on: day(0), result: '作業室を確認。問題なし。' });
  await send(page, '確認を記録する');
  await succeeds(page, /確認を記録しました/);
  await look(office, '/processors', { picture: 'processors' });
}

async function make(office) {
  const page = await look(office, '/rosters');
  await page.locator('[name="establishment"]').selectOption({ index: 1 });
  await fill(page, { recipient_class: '委託先', recipient: '見本印刷株式会社',
    basis: '委託(27条5項1号)', contract: 'なし', delete_by: day(10) });
  await send(page, '作って決裁に出す');
  await isRefused(page, /委託先台帳にない相手です/);
  await fill(page, { contract: 'K-2026-1' });
  await picture_of(page, 'roster');
  await send(page, '作って決裁に出す');
  await succeeds(page, /作って決裁に出しました/);
  assert.match(await page.locator('main').innerText(), /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/);
  return firstLink(page, /^\/exports\/./);
}

async function release(office, user) {
  await enter(office, user);
  let page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '外に渡すデータの決裁' }).first();
  const address = await row.locator('a').first().getAttribute('href');
  page = await look(office, address, { picture: 'export-approval' });
  assert.match(await page.locator('main').innerText(), /見本印刷株式会社/);
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
}

export default async function exports(office) {
  await enter(office, 'sekinin');
  await look(office, '/exports');
  await processors(office);

  await enter(office, 'tekiyo');
  const made = await make(office);
  let page = await look(office, made);
  assert.match(await page.locator('h1').innerText(), /決裁待ち/);
  assert.equal(await page.getByRole('button', { name: 'ファイルを受け取る' }).count(), 0);

  await release(office, 'sekinin');
  await enter(office, 'tekiyo');
  page = await look(office, made, { picture: 'export' });
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ファイルを受け取る' }).click();
  const bytes = await (await arriving).createReadStream();
  const head = await new Promise((done) => bytes.once('data', done));
  assert.equal(head.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  const general = head.readUInt16LE(6);
  assert.equal(general & 1, 1, 'the file inside is encrypted');
  assert.equal(head.readUInt16LE(8), 99, 'with AES');

  await enter(office, 'sekinin');
  page = await look(office, '/exports', { picture: 'exports' });
  assert.match(await page.locator('main').innerText(), /消去の確認待ち/);
  page = await look(office, made);
  await fill(page, { deleted_on: day(1), proof: '証明書 第1号' });
  await send(page, '消去を記録する');
  await isRefused(page, /消去の日が正しくありません/);
  await fill(page, { deleted_on: day(0) });
  await send(page, '消去を記録する');
  await succeeds(page, /消去を記録しました/);
  assert.match(await page.locator('h1').innerText(), /消去を確認/);
}
