// The clerk's day: home, search, a member's ledger with its reasons, the levy, the claims.
import assert from 'node:assert/strict';
import { enter, firstLink, look, picture_of } from '../walk.mjs';

async function members(office) {
  let page = await look(office, '/members');
  // The sample's people are invented; a vowel finds some.
  for (const query of ['ア', 'サ', 'タ', 'カ']) {
    page = await look(office, `/members?q=${encodeURIComponent(query)}`);
    if (await page.locator('tbody tr').count() > 3) break;
  }
  assert.ok(await page.locator('tbody tr').count() > 0, 'the search finds people');
  await picture_of(page, 'members');
  const links = await page.locator('tbody tr').evaluateAll((rows) => rows
    .filter((row) => row.innerText.includes('本人'))
    .map((row) => row.querySelector('a').getAttribute('href')));
  return links;
}

/** A member with dependents, bonuses and premiums makes the fullest page. */
async function ledger(office, links) {
  let fullest = null;
  let most = -1;
  for (const link of links.slice(0, 12)) {
    const page = await look(office, link);
    const rows = await page.locator('tbody tr').count();
    if (rows > most) { most = rows; fullest = link; }
  }
  const page = await look(office, fullest, { picture: 'member-ledger' });
  assert.equal(await page.getByRole('link', { name: '利用履歴' }).count(), 0,
    'the history is for the responsible person');
  const reasons = {
    determination: await firstLink(page, /^\/remunerations\//),
    premium: await firstLink(page, /^\/premiums\//),
  };
  const past = await look(office, `${fullest}?known_on=2000-01-01`, { status: 422 });
  assert.match(await past.locator('main').innerText(), /その日の台帳にこの人はいません/);
  await look(office, `${fullest}?known_on=32.13.45`, { status: 422 });
  return reasons;
}

async function levy(office) {
  let page = await look(office, '/levies', { picture: 'levies' });
  page = await look(office, await firstLink(page, /^\/levies\//), { picture: 'levy-month' });
  const establishment = await firstLink(page, /^\/levies\/[^/]+\/[^/]+$/);
  page = await look(office, establishment, { picture: 'levy-establishment' });
  await look(office, await firstLink(page, /differences$/), { picture: 'differences' });
  page = await look(office, establishment);
  const pdf = await firstLink(page, /notice\.pdf$/);
  const answer = await office.context.request.get(office.address + pdf, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
  assert.equal(await page.getByRole('button', { name: '納入を告知する' }).count(), 0,
    'no notice leaves before its bills were released');
  assert.match(await page.locator('main').innerText(), /別の人が承認したあと/);
}

async function claims(office) {
  const page = await look(office, '/claims', { picture: 'claims' });
  const claim = await look(office, await firstLink(page, /^\/claims\/[^?]/), { picture: 'claim' });
  await look(office, await firstLink(claim, /^\/claims\/.*\/identifiers$/));
  await look(office, '/claims?standing=1');
}

export default async function clerk(office) {
  await enter(office, 'tekiyo');
  await look(office, '/', { picture: 'home' });
  await look(office, '/work', { picture: 'work' });
  const reasons = await ledger(office, await members(office));
  await look(office, reasons.determination, { picture: 'determination' });
  await look(office, reasons.premium, { picture: 'premium' });
  await levy(office);
  await claims(office);
  await look(office, '/intakes', { picture: 'intakes' });
  await look(office, '/password');
  await look(office, '/nothing-here', { status: 404 });
  await look(office, '/members/0000000000000000', { status: 422 });
  await look(office, '/members/not-an-id', { status: 404 });
  await look(office, '/members?q=%E5%B1%B1', {});
}
