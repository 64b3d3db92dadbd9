// What the other users see, and what they are refused. A refusal stands in the audit log.
import assert from 'node:assert/strict';
import { enter, firstLink, look, lookRefused } from '../walk.mjs';

export default async function roles(office) {
  await enter(office, 'kanji');
  await look(office, '/');
  await lookRefused(office, '/members', /あなたの役割では/);
  await lookRefused(office, '/members?q=1', /あなたの役割では/);
  let page = await look(office, '/audit', { picture: 'audit' });
  const row = page.locator('tbody tr', { hasText: 'member.search' }).first();
  assert.match(await row.innerText(), /監査 正/);
  assert.match(await row.innerText(), /拒|役割/, 'the refusal is on record');
  await look(office, '/handlers', { picture: 'handlers' });

  page = await look(office, '/levies');
  page = await look(office, await firstLink(page, /^\/levies\/./));
  page = await look(office, await firstLink(page, /^\/levies\/[^/]+\/[^/]+$/));
  assert.equal(await page.getByRole('button', { name: '納入を告知する' }).count(), 0,
    'the auditor sends no notice');

  await enter(office, 'joumu');
  await lookRefused(office, '/claims', /あなたの役割では/);
  await lookRefused(office, '/audit', /役割のものではありません/);
  page = await look(office, '/members?q=1');
  const member = await firstLink(page, /^\/members\/./);
  await lookRefused(office, `${member}/history`, /役割のものではありません/);

  await enter(office, 'sekinin');
  await look(office, '/');
  await look(office, '/handlers');
  await lookRefused(office, '/members', /あなたの役割では/);
  page = await look(office, `${member}/history`, { picture: 'history' });
  assert.match(await page.locator('main').innerText(), /member\./, 'each view is in the history');
}
