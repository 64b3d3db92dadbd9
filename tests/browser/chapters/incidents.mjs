// A breach from the suspicion to the preliminary report; its extent out of the log; the letters as an
// export that a second person releases.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';

const day = (from_now) =>
  new Date(Date.now() + (9 + 24 * from_now) * 3600 * 1000).toISOString().slice(0, 10);
const today = () => day(0);

async function press(page, name) {
  await page.getByRole('button', { name }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
}

async function pdf(office, path) {
  const answer = await office.context.request.get(office.address + path, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200, path);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
}

/** The letters are made sealed, released by somebody else, and fetched encrypted. */
async function letters(office, address) {
  await enter(office, 'tekiyo');
  let page = await look(office, `${address}/persons`);
  assert.equal(await page.getByRole('button', { name: '作って決裁に出す' }).count(), 0);
  await press(page, '本人を確定する');
  await picture_of(page, 'incident-persons');
  await page.locator('#printer').selectOption({ label: '組合内で印刷・封入する' });
  await page.locator('#recipient').fill('総務課 封入の担当');
  await page.getByRole('button', { name: '作って決裁に出す' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#delete_by').fill(day(14));
  await page.getByRole('button', { name: '作って決裁に出す' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  assert.match(await page.locator('main').innerText(), /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/);
  const made = await firstLink(page, /^\/exports\/./);
  page = await look(office, made);
  assert.equal(await page.getByRole('button', { name: 'ファイルを受け取る' }).count(), 0);

  await enter(office, 'sekinin');
  page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '外に渡すデータの決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'));
  assert.match(await page.locator('main').innerText(), /漏えい等の本人への通知/);
  await press(page, /承認/);

  await enter(office, 'tekiyo');
  page = await look(office, made, { picture: 'incident-letters' });
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ファイルを受け取る' }).click();
  const bytes = await (await arriving).createReadStream();
  const head = await new Promise((done) => bytes.once('data', done));
  assert.equal(head.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  assert.equal(head.readUInt16LE(6) & 1, 1, 'the papers inside are encrypted');
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
  await lookRefused(office, `${address}/persons`, /あなたの役割では/);

  await letters(office, address);
}
