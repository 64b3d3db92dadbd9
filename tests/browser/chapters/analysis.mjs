// Analysis of medical costs: pseudonymised data are made, tables and charts are looked at, names are
// refused; a clerk of claims has no way in.
import assert from 'node:assert/strict';
import { enter, look, lookRefused } from '../walk.mjs';
import { succeeds } from './registers.mjs';

async function words(page) { return page.locator('main').innerText(); }

/** The reports: a chart with its table, and what they count. */
async function reports(office) {
  let page = await look(office, '/analysis/reports/age', { picture: 'analysis-age' });
  assert.equal(await page.locator('svg.chart').count(), 1);
  assert.ok(await page.locator('main table tbody tr').count() > 2);
  assert.match(await words(page), /全体/);
  for (const dimension of ['sex', 'patient', 'service', 'institution', 'band', 'month']) {
    await look(office, `/analysis/reports/${dimension}`);
  }
  page = await look(office, '/analysis/reports/disease', { picture: 'analysis-disease' });
  // Another month, by keyboard.
  await page.locator('[name="period"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/period=/);
  page = await look(office, '/analysis/reports/establishment', { picture: 'analysis-works' });
  await look(office, '/analysis/definitions', { picture: 'analysis-definitions' });
  page = await look(office, '/analysis/drugs', { picture: 'analysis-drugs' });
  assert.match(await words(page), /差額通知の名簿と通知は、作れません/);
  await look(office, '/analysis/reports/blood', { status: 404 });
  await look(office, '/analysis/reports/age?period=1999-01', { status: 422 });
}

export default async function analysis(office) {
  await enter(office, 'bunseki');
  let page = await look(office, '/analysis');
  // A month that was run before this chapter has made them.
  const waiting = /作成待ち/.test(await words(page));
  await page.getByRole('button', { name: '仮名データを作る' }).focus();
  await page.keyboard.press('F12');
  await succeeds(page, waiting ? /か月の仮名データを作りました/ : /仮名データは、すべて最新です/);
  page = await look(office, '/analysis', { picture: 'analysis' });
  assert.doesNotMatch(await words(page), /作成待ち/);
  await reports(office);
  page = await look(office, '/analysis/names', { status: 403, picture: 'analysis-names' });
  assert.match(await words(page), /この拒否は記録されました/);
  assert.match(await words(page), /氏名で見る目的がありません/);
  await lookRefused(office, '/claims', /あなたの役割では/);

  await enter(office, 'tekiyo');
  await lookRefused(office, '/analysis', /あなたの役割では/);
}
