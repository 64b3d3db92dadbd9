// The registers of the safety measures: areas and passages, terminals, devices and media, the
// carrying log; numbers that are hidden until somebody asks.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';

/** Fills fields by their names; a value for a select is the words of its choice. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

export async function send(page, label) {
  await page.locator('main').getByRole('button', { name: label, exact: true }).click();
  await page.waitForLoadState();
}

export async function succeeds(page, words) {
  await page.waitForSelector('.notification-success');
  assert.match(await page.locator('.notification-success').innerText(), words);
  await inspect(page);
}

export async function isRefused(page, words) {
  await page.waitForSelector('.error-summary, .notification-error');
  assert.match(await page.locator('main').innerText(), words);
  await inspect(page);
}

/** The date and time of a moment ago, as people type it. */
export function typed(minutesFromNow = -2) {
  const japan = new Date(Date.now() + 9 * 3600 * 1000 + minutesFromNow * 60 * 1000);
  const text = japan.toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

async function areas(office) {
  const page = await look(office, '/areas');
  await fill(page, { symbol: 'A1', name: '業務課執務室', place: '本館3階',
    rule: '業務課の職員。私物の携帯電話とUSBメモリは持ち込めない。' });
  await send(page, '区域を登録する');
  await succeeds(page, /区域を登録しました/);
  await fill(page, { symbol: 'A1', name: '別の部屋', place: '2階', rule: 'なし' });
  await send(page, '区域を登録する');
  await isRefused(page, /同じ記号の区域があります/);
  await look(office, '/areas');
  await fill(page, { passed_by: '保護 守', area: '業務課執務室', way: '入室', passed_at: typed() });
  await send(page, '入退室を記録する');
  await succeeds(page, /入退室を記録しました/);
  await fill(page, { card_holder: '保護 守', card: '00012345' });
  await send(page, 'カードを登録する');
  await succeeds(page, /カードを登録しました/);
  const file = (card) => ({ name: 'door.csv', mimeType: 'text/csv', buffer: Buffer.from(
    `日時,扉,カード,入出\n${typed(-30)}:00,A1,${card},入\n`) });
  await page.locator('#file').setInputFiles(file('99999'));
  await send(page, 'ファイルを受け付ける');
  await isRefused(page, /2行 カード：登録されたカードではありません/);
  await look(office, '/areas');
  await page.locator('#file').setInputFiles(file('00012345'));
  await send(page, 'ファイルを受け付ける');
  await succeeds(page, /1件受け付けました/);
  await look(office, '/areas', { picture: 'areas' });
  await look(office, await firstLink(page, /^\/passage-comparisons/), { picture: 'passages' });
  assert.match(await page.locator('main').innerText(), /入室の記録がない/,
    'the clerk worked outside every area');
}

async function items(office) {
  const page = await look(office, '/kept-items');
  const disk = { kind: '電子媒体', label: 'M-001', contents: '令和8年10月分レセプト',
    protection: '暗号化', area: '業務課執務室', place: '書庫2番', holder: '保護 守', state: '保管中' };
  await fill(page, disk);
  await send(page, '登録する');
  await succeeds(page, /登録しました/);
  await fill(page, disk);
  await send(page, '登録する');
  await isRefused(page, /同じ管理番号のものがあります/);
  await look(office, '/kept-items');
  await fill(page, { ...disk, kind: '書類', label: 'P-001', protection: '施錠' });
  await send(page, '登録する');
  await succeeds(page, /登録しました/);

  await look(office, '/stock-checks', { picture: 'stock-check' });
  const found = page.locator('main select');
  await found.nth(0).selectOption({ label: '台帳どおり' });
  await found.nth(1).selectOption({ label: '見つからない' });
  await send(page, '棚卸しを記録する');
  await succeeds(page, /棚卸しを記録しました/);
  assert.match(await page.locator('main').innerText(), /紛失・盗難になっているものがあります/);
  assert.ok(await firstLink(page, /^\/incidents/), 'a loss leads to the incident');
  await picture_of(page, 'kept-items');
  await look(office, await firstLink(page, /^\/kept-items\/./));
}

async function carryings(office) {
  const page = await look(office, '/carryings');
  const trip = { item: 'M-001', contents: '10月分レセプト', carrier: '保護 守',
    reach: '事務所の外', from: '業務課', to: '支払基金', protection: '封緘', out_at: typed(-40),
    due_at: typed(-10) };
  await fill(page, trip);
  await send(page, '持ち出しを記録する');
  await isRefused(page, /暗号化していない機器・媒体は、事務所の外に持ち出せません/);
  await fill(page, { protection: '暗号化' });
  await send(page, '持ち出しを記録する');
  await succeeds(page, /持ち出しを記録しました/);
  assert.match(await page.locator('main').innerText(), /期限を過ぎて戻っていないものが1件/);
  await picture_of(page, 'carryings');
  await page.locator('main [name="carrying"]').selectOption({ index: 1 });
  await page.locator('main [name="ending"]').selectOption({ label: '廃棄した' });
  await send(page, '戻りを記録する');
  await isRefused(page, /機器・電子媒体は「戻った」だけを記録できます/);
  await page.locator('main [name="carrying"]').selectOption({ index: 1 });
  await page.locator('main [name="ending"]').selectOption({ label: '戻った' });
  await send(page, '戻りを記録する');
  await succeeds(page, /記録しました/);
}

// P-4: what is printed stands in the register without anybody entering it.
async function printedPapers(office) {
  const made = await office.context.request.get(`${office.address}/handler-list.pdf`, {
    ignoreHTTPSErrors: true });
  assert.equal(made.status(), 200);
  const page = await look(office, '/printed-papers', { picture: 'printed-papers' });
  assert.match(await page.locator('main').innerText(), /印刷-2\d{3}-\d\d-\d\d-1/);
  await fill(page, { ending: '投函した', carrier: '保護 守', to: '多摩郵便局',
    protection: '施錠した容器' });
  await page.locator('main [name="paper"]').selectOption({ index: 1 });
  await send(page, '記録する');
  await isRefused(page, /封をしていない書類は投函できません/);
  await fill(page, { protection: '封緘' });
  await page.locator('main [name="paper"]').selectOption({ index: 1 });
  await send(page, '記録する');
  await succeeds(page, /1件を記録しました/);
  await look(office, '/carryings');
  assert.match(await page.locator('main').innerText(), /投函した/);
}

// P-4: a page that the browser prints by itself is entered by the page's script.
async function printedScreens(office) {
  await enter(office, 'tekiyo');
  let page = await look(office, `/members?q=${encodeURIComponent('ア')}`);
  const entered = page.waitForResponse((answer) => answer.url().endsWith('/printed-screens'));
  await page.pdf();
  assert.equal((await entered).status(), 200);
  assert.equal(await page.locator('.print-fault').count(), 0);
  await page.route('**/printed-screens', (route) => route.abort());
  await page.pdf();
  await page.waitForSelector('.print-fault');
  await inspect(page);
  await page.unroute('**/printed-screens');
  await enter(office, 'sekinin');
  page = await look(office, '/printed-papers', { picture: 'printed-screens' });
  const row = page.locator('tbody tr', { hasText: '画面の印刷' }).first();
  assert.match(await row.innerText(), /加入者の管理/);
  assert.match(await row.innerText(), /不明/);
  await fill(page, { ending: '廃棄した', carrier: '保護 守', to: '裁断',
    protection: '施錠した容器' });
  await page.locator('main [name="paper"]').selectOption({ index: 1 });
  await send(page, '記録する');
  await succeeds(page, /1件を記録しました/);
}

/** The terminal is this browser: what it may open, another may not. */
async function terminals(office) {
  let page = await look(office, '/terminals');
  await fill(page, { name: '窓口1', area: '業務課執務室' });
  await send(page, '登録コードを出す');
  await succeeds(page, /登録コード：/);
  const told = await page.locator('.notification-success').innerText();
  const [, code] = told.match(/登録コード：([0-9A-Z]+)/);
  await fill(page, { code: '0000000000000000' });
  await send(page, 'この端末を登録する');
  await isRefused(page, /登録コードが使えません/);
  await fill(page, { code });
  await send(page, 'この端末を登録する');
  await succeeds(page, /この端末を登録しました/);
  await look(office, '/terminals', { picture: 'terminals' });
  const cookie = (await office.context.cookies()).find(({ name }) => /terminal/.test(name));
  assert.ok(cookie.httpOnly && cookie.secure && cookie.sameSite === 'Strict');

  await enter(office, 'tekiyo');  // forgets every cookie: another machine
  page = await lookRefused(office, '/claims', /登録された端末でだけ開けます/);
  await picture_of(page, 'terminal-refused');
  await look(office, '/members');  // not of the sensitive categories
  await office.context.addCookies([cookie]);
  await look(office, '/claims');

  await enter(office, 'sekinin');
  page = await look(office, '/terminals');
  await fill(page, { wanted: 'どの端末でも開ける', from: typed().slice(0, 10) });
  await send(page, '決まりを変える');
  await succeeds(page, /決まりを変えました/);
  await enter(office, 'tekiyo');
  await look(office, '/claims');
}

async function hidden(office) {
  let page = await look(office, `/members?q=${encodeURIComponent('ア')}`, { picture: 'masked' });
  assert.match(await page.locator('tbody tr').first().innerText(), /••••/);
  const member = await firstLink(page, /^\/members\/./);
  page = await look(office, member);
  assert.match(await page.locator('.identity').innerText(), /••••/);
  await page.getByRole('link', { name: '記号・番号と住所を表示する' }).click();
  await page.waitForURL(/identifiers$/);
  await inspect(page);
  assert.doesNotMatch(await page.locator('.identity').innerText(), /••••/);
  await enter(office, 'kanji');
  page = await look(office, '/audit');
  assert.match(await page.locator('main').innerText(), /member\.reveal/, 'asking is on record');
}

/** 庶務担当 keeps the registers, and supervises nobody. */
async function keeper(office) {
  await enter(office, 'joumu');
  let page = await look(office, '/registers');
  assert.equal(await page.locator('main a[href="/terminals"]').count(), 0, 'no link is refused');
  page = await look(office, '/areas');
  assert.equal(await page.locator('main a[href^="/passage-comparisons"]').count(), 0);
  await fill(page, { passed_by: '保護 守', area: '業務課執務室', way: '退室', passed_at: typed() });
  await send(page, '入退室を記録する');
  await succeeds(page, /入退室を記録しました/);
  for (const path of ['/kept-items', '/stock-checks', '/carryings']) await look(office, path);
  for (const path of ['/terminals', '/passage-comparisons']) {
    await lookRefused(office, path, /役割のものではありません/);
  }
}

export default async function registers(office) {
  await enter(office, 'tekiyo');  // a use of the day, by somebody who came through no door
  await look(office, '/members?q=1');
  await enter(office, 'sekinin');
  await look(office, '/registers', { picture: 'registers' });
  await areas(office);
  await items(office);
  await carryings(office);
  await printedPapers(office);
  await printedScreens(office);
  await terminals(office);
  await hidden(office);
  await keeper(office);
  await enter(office, 'tekiyo');
  for (const path of ['/registers', '/areas', '/kept-items', '/stock-checks', '/carryings',
    '/terminals', '/passage-comparisons']) {
    await lookRefused(office, path, /役割のものではありません/);
  }
}
