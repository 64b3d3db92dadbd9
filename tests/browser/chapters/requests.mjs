// A person asks for their data: taken in, decided by two, released by a second, handed over
// encrypted; a use stopped, a correction shown, an erasure held back by its period.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';

const kinds = { disclosure: '1', correct: '2', suspend: '5', erase: '6' };
const steps = { accept: '1', prove: '4', scope: '7', collect: '8', notify: '15' };
const decisions = { propose: '12', approve: '14' };

/** Kana and birth date of a member, as the clerk sees them. */
async function member(office) {
  await enter(office, 'tekiyo');
  await lookRefused(office, '/requests', /役割のものではありません/);
  let page = await look(office, '/members?q=%E3%82%A2');
  page = await look(office, await firstLink(page, /^\/members\/[0-9A-Z]{16}$/));
  const facts = await page.locator('.identity dl > div').evaluateAll((rows) => rows.map(
    (row) => [row.querySelector('dt').innerText, row.querySelector('dd').innerText]));
  const of = (label) => facts.find(([term]) => term.includes(label))?.[1].trim();
  const kana = of('カナ') ?? of('氏名');
  const born = of('生年月日');
  assert.ok(kana && born, JSON.stringify(facts));
  return { kana, born: born.replace(/[(（].*$/, '').trim() };
}

/** Fills in fields by their names; a choice by its value, or by its place. */
async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if (await field.evaluate((node) => node.tagName) === 'SELECT') {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
}

async function send(page, label) {
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.waitForLoadState();
  await inspect(page);
}

async function done(page, label) {
  await send(page, label);
  assert.equal(await page.locator('.error-summary').count(), 0,
    await page.locator('main').innerText());
}

/** Takes a request in; hands back the address of its case. */
async function receive(office, values) {
  const page = await look(office, '/request-intake');
  await fill(page, {
    channel: '0', asker: '0', claims: '0', name: '見本 本人',
    address: '東京都見本区見本町1-1', wanted: 'わたしの情報について', ...values,
  });
  await done(page, '受け付ける');
  return new URL(page.url()).pathname;
}

async function step(office, address, event, values = {}) {
  const page = await look(office, address);
  await fill(page, { event, ...values });
  await done(page, '手続を記録する');
}

async function collected(office, address) {
  await step(office, address, steps.accept);
  await step(office, address, steps.prove, { proof: '1' });
  await step(office, address, steps.scope);
  await step(office, address, steps.collect);
}

async function decide(office, address, values) {
  const page = await look(office, address);
  await fill(page, values);
  await send(page, '決定の手続を記録する');
  return page;
}

async function fetched(office, path, beginning) {
  const answer = await office.context.request.get(office.address + path, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200, path);
  const bytes = await answer.body();
  assert.equal(bytes.subarray(0, beginning.length).toString('latin1'), beginning, path);
}

async function disclosure(office, person) {
  await enter(office, 'sekinin');
  let page = await look(office, '/request-intake', { picture: 'request-intake' });
  await send(page, '受け付ける');
  assert.ok(await page.locator('.error-summary').count() > 0, 'an empty form is refused');
  const address = await receive(office, {
    kind: kinds.disclosure, name_kana: person.kana, born: person.born });
  page = await look(office, address, { picture: 'request' });
  assert.match(await page.locator('main').innerText(), /保有しています/);
  assert.doesNotMatch(await page.locator('main').innerText(), /見本町1-1/);
  const history = page.getByRole('link', { name: 'この人の利用履歴を見る' });
  page = await look(office, await history.getAttribute('href'));
  assert.match(await page.locator('main').innerText(), /request\./, 'the request itself is in it');
  page = await look(office, `${address}/contact-details`);
  assert.match(await page.locator('main').innerText(), /見本町1-1/);
  await fetched(office, `${address}/letters/receipt`, '%PDF-');
  await collected(office, address);
  await look(office, `${address}/package`, { picture: 'request-package' });
  await look(office, `${address}/provisions`);
  await decide(office, address, { decision: decisions.propose, outcome: '1' });
  page = await decide(office, address, { decision: decisions.approve });
  assert.match(await page.locator('main').innerText(), /起案した人は承認できません/);

  await enter(office, 'joumu');
  page = await decide(office, address, { decision: decisions.approve });
  assert.equal(await page.locator('.error-summary').count(), 0);
  await step(office, address, steps.notify);
  await fetched(office, `${address}/letters/decision`, '%PDF-');
  page = await look(office, `${address}/package`);
  await done(page, '資料を準備する');
  await send(page, '資料を承認する');
  assert.match(await page.locator('main').innerText(), /準備した人は承認できません/);

  await enter(office, 'sekinin');
  page = await look(office, `${address}/package`);
  await done(page, '資料を承認する');
  assert.match(await page.locator('main').innerText(), /パスワード/);
  const ahead = await office.context.request.get(
    `${office.address}${address}/package-handovers`, { ignoreHTTPSErrors: true });
  assert.equal(ahead.status(), 405, 'a package is handed over by its form alone');
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: '資料を渡す(ZIP)', exact: true }).click();
  const bytes = await readFile(await (await taken).path());
  assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
  page = await look(office, address);
  assert.match(await page.locator('main').innerText(), /実施/);
  await look(office, '/requests', { picture: 'requests' });
}

async function stop(office, person) {
  const address = await receive(office, {
    kind: kinds.suspend, name_kana: person.kana, born: person.born, reason: '目的外の利用' });
  let page = await look(office, `${address}/stops`);
  await fill(page, { purpose: '0' });
  await send(page, '仮に停止する');
  assert.match(await page.locator('main').innerText(), /本人確認の済んだ/);
  await step(office, address, steps.accept);
  await step(office, address, steps.prove, { proof: '1' });
  page = await look(office, `${address}/stops`);
  await fill(page, { purpose: '30' });
  await done(page, '仮に停止する');
  assert.match(await page.locator('main').innerText(), /仮の停止/);
  await picture_of(page, 'request-stops');
  await done(page, '停止を解除する');
}

/** Who may see premiums sees what the correction does to them, and corrects insured periods. */
async function effects(office, address) {
  await enter(office, 'joumu');
  let page = await look(office, `${address}/correction`);
  await fill(page, { born: '1966-06-06' });
  await done(page, '影響を確かめる');
  assert.match(await page.locator('main').innerText(), /差額の合計/);
  await picture_of(page, 'request-correction');
  page = await look(office, `${address}/period-correction`);
  await send(page, '影響を確かめる');
  assert.ok(await page.locator('.error-summary').count() > 0, 'an empty form is refused');
  await fill(page, { period: { index: 1 }, acquired: '2026-10-05' });
  await done(page, '影響を確かめる');
  assert.match(await page.locator('main').innerText(), /差額の合計/);
  await picture_of(page, 'request-period');
  await send(page, 'この内容で訂正する');
  assert.match(await page.locator('.error-summary').innerText(), /いまの状態ではできません/);
  await enter(office, 'sekinin');
}

/** A consent of one person to the use of older data: given, twice refused, taken back. */
async function consents(office, person) {
  await enter(office, 'sekinin');
  const page = await look(office, '/purpose-consents');
  await send(page, '同意を登録する');
  assert.ok(await page.locator('.error-summary').count() > 0, 'an empty form is refused');
  const given = { member_kana: person.kana, member_born: person.born, pair: { index: 2 },
    given_on: '2026-11-01', evidence: '同意書 第1号' };
  await fill(page, given);
  await done(page, '同意を登録する');
  await picture_of(page, 'purpose-consents');
  await fill(page, given);
  await send(page, '同意を登録する');
  assert.match(await page.locator('.error-summary').innerText(), /同じ同意/);
  await fill(page, { consent: { index: 1 } });
  await done(page, '同意の撤回を登録する');
}

async function changes(office, person) {
  const asked = { name_kana: person.kana, born: person.born };
  const wrong = await receive(office, { kind: kinds.correct, ...asked });
  let page = await look(office, `${wrong}/correction`, { picture: 'request-correction-form' });
  await look(office, `${wrong}/held-values`);
  page = await look(office, `${wrong}/correction`);
  await done(page, '影響を確かめる').then(
    () => assert.fail('nothing was entered'), (refused) => assert.match(refused.message, /変わる/));
  await fill(page, { born: '1966-06-06' });
  await done(page, '影響を確かめる');
  assert.match(await page.locator('main').innerText(), /到達/);
  assert.match(await page.locator('main').innerText(), /保険料への影響は表示していません/);
  assert.match(await page.locator('main').innerText(), /から台帳にありました/);
  page = await look(office, `${wrong}/correction`);
  await fill(page, { address: '東京都見本区別町2-2' });
  await done(page, '影響を確かめる');
  const shown = await page.locator('main').innerText();
  assert.match(shown, /交付している証・作っている証/);
  assert.match(shown, /誤った値があった間に出した通知・書類/);
  await picture_of(page, 'request-correction-address');
  await effects(office, wrong);
  const erasure = await receive(office, { kind: kinds.erase, ...asked, reason: '不要になった' });
  await look(office, `${erasure}/erasure`, { picture: 'request-erasure' });
  const nobody = await receive(office, {
    kind: kinds.disclosure, name_kana: 'ｲﾅｲ ﾋﾄ', born: '1970-01-01' });
  page = await look(office, nobody);
  assert.match(await page.locator('main').innerText(), /見つかりません/);
}

async function retention(office, person) {
  let page = await look(office, '/retention', { picture: 'retention' });
  await send(page, '消去を起案する');
  page = await look(office, '/holds');
  await fill(page, { member_kana: 'ｲﾅｲ ﾋﾄ', member_born: person.born, hold_reason: '訴訟' });
  await send(page, '保留を登録する');
  assert.match(await page.locator('.error-summary').innerText(), /加入者はいません/);
  await fill(page, { member_kana: person.kana });
  await done(page, '保留を登録する');
  await picture_of(page, 'holds');
  await fill(page, { hold: { index: 1 } });
  await done(page, '保留を終わる');
  await look(office, '/erasure-certificates');
  await look(office, '/backups', { picture: 'backups' });
}

/** A second person of the kana name and birth date of one in the sample, with another number and
 * another address. */
function twinFile(office) {
  const found = readdirSync(office.files, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => /10-acquisition.*csv$/.test(path) && !/bad/.test(path)).sort();
  for (const path of found) {
    const lines = readFileSync(path, 'latin1').split('\r\n');
    const line = lines.slice(5).find((each) => /^2200700/.test(each));
    if (!line) continue;
    const cells = line.split(',');
    const kana = new TextDecoder('shift_jis').decode(Buffer.from(cells[6], 'latin1'));
    const born = { 5: 'S', 7: 'H', 9: 'R' }[cells[8]] + cells[9];
    cells[5] = '990901';
    for (const item of [13, 14, 15, 16, 17]) cells[item - 1] = '';
    cells[28] = '100';
    cells[29] = '0005';
    cells[30] = '\xC4\xB3\xB7\xAE\xB3';  // ﾄｳｷｮｳ in Shift_JIS, with a large ｮ
    cells[31] = '\x93\x8C\x8B\x9E';  // 東京
    const file = join(office.folder, 'twin.csv');
    writeFileSync(file, `${[...lines.slice(0, 5), cells.join(',')].join('\r\n')}\r\n`, 'latin1');
    return { file, kana, born };
  }
  return assert.fail('the sample has no acquisition');
}

/** Two members of one kana name and birth date, told apart at the desk. */
async function twins(office) {
  const { file, kana, born } = twinFile(office);
  await enter(office, 'tekiyo');
  let page = await look(office, '/intakes');
  await page.locator('#intake-file').setInputFiles(file);
  await page.getByRole('button', { name: '受け付ける' }).click();
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /取得 1/);
  await enter(office, 'shomu');
  page = await look(office, '/request-intake');
  await fill(page, { kind: kinds.disclosure, channel: '0', asker: '0', claims: '0',
    name: '見本 本人', name_kana: kana, born, address: '東京都見本区見本町1-1',
    wanted: 'わたしの情報について' });
  await send(page, '受け付ける');
  const masked = await page.locator('main').innerText();
  assert.match(masked, /同じカナ氏名・生年月日の加入者が複数います/);
  assert.match(masked, /候補2/);
  assert.doesNotMatch(masked, /990901|100-?0005/, 'masked until one is opened');
  await picture_of(page, 'request-candidates');
  const choices = await page.locator('main [name="look"] option').allInnerTexts();
  const place = choices.findIndex((each) => each.endsWith('01'));
  assert.ok(place > 0, choices.join(' / '));
  await fill(page, { look: { index: place } });
  await send(page, '候補の住所と記号・番号を表示する');
  assert.match(await page.locator('main').innerText(), /990901/);
  assert.equal(await page.locator('main [name="wanted"]').first().inputValue(),
    'わたしの情報について', 'nothing typed is lost');
  await fill(page, { member: { index: place } });
  await done(page, '受け付ける');
  assert.match(await page.locator('main').innerText(), /保有しています/);
}

export default async function requests(office) {
  await twins(office);
  const person = await member(office);
  await disclosure(office, person);
  await stop(office, person);
  await changes(office, person);
  await consents(office, person);
  await retention(office, person);
  await enter(office, 'kanji');
  await lookRefused(office, '/retention', /役割のものではありません/);
}
