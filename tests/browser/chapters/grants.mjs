// The federation's grant for high costs: figures of the year, candidates, an application that a
// second person releases, the answer.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

function day(daysFromNow) { return typed(daysFromNow * 24 * 60).slice(0, 10); }
async function words(page) { return page.locator('main').innerText(); }

async function candidates(office) {
  let page = await look(office, '/high-cost-grants');
  assert.match(await words(page), /基準額が未確認です/);
  await fill(page, { general: '100000', special: '50000', rate: '120', source: '見本の通知 第1号' });
  await send(page, '登録する');
  await isRefused(page, /100以下の率/);
  await fill(page, { rate: '85.5' });
  await send(page, '登録する');
  await succeeds(page, /基準額を登録しました/);
  await send(page, '対象を調べる');
  await succeeds(page, /件を調べました/);
  page = await look(office, '/high-cost-grants', { picture: 'grants' });
  assert.ok(await page.locator('main table tbody tr').count() > 0);
  return firstLink(page, /^\/high-cost-grants\/./);
}

async function release(office) {
  await enter(office, 'sekinin');
  let page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '外に渡すデータの決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'));
  assert.match(await words(page), /健康保険組合連合会/);
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
}

export default async function grants(office) {
  await enter(office, 'tekiyo');
  const one = await candidates(office);
  let page = await look(office, one, { picture: 'grant' });
  assert.match(await words(page), /候補/);
  assert.equal(await page.getByRole('button', { name: '結果を記録する' }).count(), 0);

  page = await look(office, '/high-cost-grants');
  await fill(page, { delete_by: day(30) });
  await send(page, '作って決裁に出す');
  await succeeds(page, /作って決裁に出しました/);
  assert.match(await words(page), /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/);
  await inspect(page);
  await release(office);

  await enter(office, 'tekiyo');
  page = await look(office, one);
  assert.match(await words(page), /申請済み/);
  await fill(page, { decided_on: day(0) });
  await send(page, '結果を記録する');
  await isRefused(page, /どちらか一方/);
  await fill(page, { granted: '50000' });
  await picture_of(page, 'grant-answer');
  await send(page, '結果を記録する');
  await succeeds(page, /結果を記録しました/);
  page = await look(office, one);
  assert.match(await words(page), /交付決定/);

  await enter(office, 'bunseki');
  await lookRefused(office, '/high-cost-grants', /あなたの役割では/);
}
