// A purpose is taken out of the notice while a page is open: within a second the page is refused,
// and nothing else is.
import assert from 'node:assert/strict';
import { enter, look, lookRefused } from '../walk.mjs';
import { fill, send } from './registers.mjs';

const secondMilliseconds = 1000;

export default async function withdrawn(office) {
  const { page, address } = office;
  await look(office, '/notice', { picture: 'notice' });
  await enter(office, 'tekiyo');
  await look(office, '/members?q=1');
  const opened = await office.context.cookies();
  await enter(office, 'joumu');
  await look(office, '/notice-proposals');
  const text = await page.locator('#text').inputValue();
  const without = text.replace('加入者の管理、', '');
  assert.notEqual(without, text);
  await page.locator('#text').fill(without);
  await fill(page, { reason: '利用の取りやめ' });
  await send(page, '提案する');
  const proposal = new URL(page.url()).pathname;
  await enter(office, 'sekinin');
  await look(office, proposal);
  await send(page, '承認する');
  await page.waitForSelector('.notification-success');
  const published = Date.now();
  // The clerk comes back to the page that was open all the time.
  await office.context.clearCookies();
  await office.context.addCookies(opened);
  let status = 200;
  let asked = published;
  // Whatever is asked for a second after the publication, or later, is refused.
  while (status === 200 && asked < published + secondMilliseconds) {
    asked = Date.now();
    status = (await page.goto(`${address}/members?q=1`)).status();
  }
  assert.equal(status, 403, 'the withdrawn purpose opens nothing after a second');
  await lookRefused(office, '/members', /施行中の公表事項にありません/);
  await look(office, '/levies');
}
