// A complaint by the public form and one by telephone, answered and closed; the flood is held.
import assert from 'node:assert/strict';
import { enter, inspect, look, lookRefused } from '../walk.mjs';

const today = () => new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);

async function sendPublic(office, words) {
  const page = await look(office, '/complaint-desk');
  await page.locator('#class').selectOption('3');
  await page.locator('#words').fill(words);
  await page.getByRole('button', { name: '申し出る' }).click();
  await page.waitForLoadState();
  await inspect(page);
  return page;
}

export default async function complaints(office) {
  await office.context.clearCookies();
  await look(office, '/complaint-desk', { picture: 'complaint-desk' });
  let page = await sendPublic(office, '');
  assert.equal(await page.locator('.error-summary').count(), 1);
  for (let times = 0; times < 3; times += 1) {
    page = await sendPublic(office, '家族の記録を見られたと思います。');
    assert.match(await page.locator('main').innerText(), /受付番号/);
  }
  page = await sendPublic(office, '四つ目の申出です。');
  assert.match(await page.locator('main').innerText(), /1時間に受け付けるのは3件まで/);

  await enter(office, 'tekiyo');
  await lookRefused(office, '/complaints', /役割のものではありません/);
  await enter(office, 'joumu');
  page = await look(office, '/complaints', { picture: 'complaints' });
  assert.equal(await page.locator('tbody tr').count(), 3);
  await page.locator('#channel').selectOption('1');
  await page.locator('#class').selectOption('2');
  await page.locator('#received_on').fill(today());
  await page.locator('#name').fill('見本　花子');
  await page.locator('#contact').fill('東京都見本区1-1');
  await page.locator('#words').fill('住所が違っています。');
  await page.getByRole('button', { name: '受け付ける' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: '加入者を登録する' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#about_kana').fill('ｲﾅｲ ﾋﾄ');
  await page.locator('#about_born').fill('S50.4.1');
  await page.getByRole('button', { name: '加入者を登録する' }).click();
  await page.waitForSelector('.error-summary');
  assert.match(await page.locator('.error-summary').innerText(), /加入者はいません/);
  await page.locator('#first_answer').fill('調べて、期限までにお答えします。');
  await page.getByRole('button', { name: '最初の回答を登録する' }).click();
  await page.waitForSelector('.notification-success');
  await page.getByRole('button', { name: '回答を登録する' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#answer').fill('住所を直しました。');
  await page.locator('#cause').fill('届書の読み違い。');
  await page.locator('#prevention').fill('二人で確認します。');
  await page.getByRole('button', { name: '回答を登録する' }).click();
  await page.waitForSelector('.notification-success');
  page = await look(office, address, { picture: 'complaint' });
  const year = new Date(Date.now() + 9 * 3600 * 1000 - 90 * 24 * 3600 * 1000).getUTCFullYear();
  for (const path of [`${address}/letter.pdf`, `/complaint-reports/${year}`,
    `/complaint-reports/${year - 1}`]) {
    const answer = await office.context.request.get(office.address + path, {
      ignoreHTTPSErrors: true });
    assert.equal(answer.status(), 200, path);
    assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
  }
  await page.getByRole('button', { name: '完了にする' }).click();
  await page.waitForSelector('.notification-success');
  assert.match(await page.locator('main').innerText(), /完了/);
}
