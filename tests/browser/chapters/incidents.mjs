// A breach from the suspicion to the preliminary report; its extent out of the log; the letters.
import assert from 'node:assert/strict';
import { enter, inspect, look, lookRefused } from '../walk.mjs';

const today = () => new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);

async function press(page, name) {
  await page.getByRole('button', { name }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
}

async function pdf(office, path) {
  const answer = await office.context.request.get(office.address + path, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200, path);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
}

export default async function incidents(office) {
  // Somebody looks at members, so that the log has an extent.
  await enter(office, 'tekiyo');
  await look(office, `/members?q=${encodeURIComponent('ア')}`);
  await lookRefused(office, '/incidents', /役割のものではありません/);

  await enter(office, 'sekinin');
  let page = await look(office, '/incidents');
  await page.locator('#known_on').fill('2099-01-01');
  await page.locator('#outline').fill('閲覧した記録の持ち出しの疑い');
  await page.getByRole('button', { name: '事案を起こす' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#known_on').fill(today());
  await press(page, '事案を起こす');
  const address = new URL(page.url()).pathname;
  await press(page, '被害の拡大を止めた');
  await page.locator('#operation').fill('member.search');
  await page.locator('#from').fill(today());
  await page.locator('#to').fill(today());
  await press(page, '範囲を確定する');
  assert.match(await page.locator('main').innerText(), /本人 [1-9]/);
  await page.locator('#special_care').fill('1');
  await press(page, '事実を登録する');
  assert.match(await page.locator('main').innerText(), /施行規則7条1号/);
  page = await look(office, address, { picture: 'incident' });
  await page.getByRole('button', { name: '速報を出した' }).click();
  await page.waitForSelector('.notification-success');
  await page.getByRole('button', { name: '確報を出した' }).click();
  await page.waitForSelector('.error-summary');
  assert.match(await page.locator('.error-summary').innerText(), /9つの事項/);
  await inspect(page);
  await pdf(office, `${address}/report.pdf`);
  await look(office, '/incidents', { picture: 'incidents' });
  await lookRefused(office, `${address}/persons`, /役割がありません/);

  await enter(office, 'tekiyo');
  page = await look(office, `${address}/persons`, { picture: 'incident-persons' });
  await press(page, '本人を確定する');
  await pdf(office, `${address}/letters.pdf`);
}
