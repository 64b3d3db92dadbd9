// Typed notifications: an acquisition by keyboard alone, the decision of a second person, a refusal,
// the reversal; a protected person; ages reached.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, picture_of } from '../walk.mjs';

const acquisition = 1;
const loss = 2;
const nameChange = 3;
const individualNumberChange = 19;
const shortHoursChange = 20;
const kinds = 21;

async function words(page) {
  return page.locator('main').innerText();
}

/** Types the values with the keyboard alone: Enter goes to the next field. */
async function typeForm(page, values) {
  for (const [name, value] of values) {
    const focused = await page.evaluate(() => document.activeElement.name);
    assert.equal(focused, name, `the focus stands on ${focused}, not on ${name}`);
    if (typeof value === 'number') {  // a choice of a list: so many steps down
      for (let at = 0; at < value; at += 1) await page.keyboard.press('ArrowDown');
    } else if (value !== '') {
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
  }
}

async function press(page, key) {
  await page.keyboard.press(key);
  await page.waitForSelector('.notification-success, .error-summary');
  await inspect(page);
}

/** The symbol of an establishment that has members. */
async function symbolOf(office) {
  const page = await look(office, '/members?q=1');
  const address = await firstLink(page, /^\/members\/[0-9A-Z]{16}$/);
  await look(office, `${address}/identifiers`);
  const number = await page.locator('h1').innerText();
  return /(\S+)-\d+$/.exec(number)[1];
}

async function everyForm(office) {
  for (let kind = 1; kind <= kinds; kind += 1) {
    const page = await look(office, `/notifications/new/${kind}`);
    assert.ok(await page.locator('form[data-submit] input').count() > 3, `${kind}`);
  }
  await look(office, '/notifications/new/99', { status: 404 });
  await look(office, '/notifications/0000000000000000', { status: 404 });
}

async function refusedEntry(office, symbol) {
  const page = await look(office, `/notifications/new/${loss}`);
  await page.getByLabel('記号').fill(symbol);
  await page.getByLabel('番号', { exact: true }).or(page.locator('#insured_number')).first()
    .fill('999999');
  await page.locator('#known_born').fill('S60.1.1');
  await page.locator('#on').fill('R8.10.1');
  await page.locator('#end_reason').selectOption('4');
  await press(page, 'F12');
  assert.match(await words(page), /この記号・番号の被保険者がいません/);
  assert.equal(await page.locator('#on').inputValue(), 'R8.10.1', 'what was typed stands there');
  await picture_of(page, 'notification-refused');
}

/** An acquisition from the first field to the decision, without the mouse. */
async function acquisitionByKeys(office, symbol) {
  const page = await look(office, `/notifications/new/${acquisition}`,
    { picture: 'notification-entry' });
  await typeForm(page, [
    ['symbol', symbol], ['on', 'R8.11.2'], ['name_kana', 'みほん　たろう'],
    ['name', '見本 太郎'], ['sex', 1], ['born', 'S60.4.1'], ['postal_code', '１００－０００５'],
  ]);
  await page.waitForFunction(() => document.activeElement.id === 'address');
  assert.equal(await page.locator('#address').inputValue(), '東京都千代田区丸の内',
    'Enter behind a postal code brings the address');
  await inspect(page);
  await page.keyboard.press('End');
  await typeForm(page, [
    ['address', '１－１'], ['address_kana', ''], ['address_kind', ''], ['address_source', 2],
    ['individual_number', '123456789018'],
    ['number', ''], ['acquisition_class', 1], ['pay', '300,000'],
    ['has_dependents', ''], ['two_workplaces', ''], ['short_hours', ''], ['weekly_hours', ''],
    ['student', ''], ['office_size', ''], ['wants_certificate', ''], ['detail', ''],
  ]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), '登録する',
    'Enter in the last field stands on the button');
  await press(page, 'F12');
  assert.match(await words(page), /台帳の変更/);
  assert.match(await words(page), /健康保険法35条/);
  assert.doesNotMatch(await words(page), /丸の内/, 'the address is hidden');
  await picture_of(page, 'notification-review');
  const address = new URL(page.url()).pathname;
  await look(office, `${address}/identifiers`);
  assert.match(await words(page), /丸の内/);
  await look(office, address);
  await press(page, 'F12');
  assert.match(await words(page), /決裁は、ほかの人が行います/);
  return address;
}

/** Of a prefix with several places one is chosen by the arrows, and taken by Enter. */
async function postalChoice(office) {
  const page = await look(office, `/notifications/new/${acquisition}`);
  await page.locator('#postal_code').focus();
  await page.keyboard.type('53000');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-answers]');
  await inspect(page);
  await page.waitForFunction(() => document.activeElement.name === 'place');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'address');
  assert.equal(await page.locator('#address').inputValue(), '大阪府大阪市北区曽根崎新地');
  await page.locator('#postal_code').fill('9999999');
  await page.locator('#address').fill('');
  await page.locator('#postal_code').press('Enter');
  await page.waitForSelector('.error-summary');
  assert.match(await words(page), /この郵便番号の住所がありません/);
}

/** Whatever the clerk's way of writing, the same is kept; F9 keeps it on hold; the typed values
 *  come back into the form, and what stood before stays. */
async function heldAndCorrected(office, symbol, number, born) {
  let page = await look(office, `/notifications/new/${nameChange}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'symbol');
  await typeForm(page, [['symbol', symbol], ['insured_number', number], ['known_born', born],
    ['on', 'R8.11.10'], ['name_kana', 'サンプル　タロウ'], ['name', '参布留 太郎']]);
  await press(page, 'F9');
  assert.match(await words(page), /保留/);
  const held = new URL(page.url()).pathname;
  const ways = ['R8.11.11', 'r081112', '令和8年11月13日', '20261114', '2026/11/15', '2026-11-16',
    'Ｒ８．１１．１７', '令和８年１１月１８日'];
  for (const [at, way] of ways.entries()) {
    page = await look(office, `${held}/correction`);
    if (at === 0) assert.equal(await page.locator('#name_kana').inputValue(), 'ｻﾝﾌﾟﾙ ﾀﾛｳ');
    await page.locator('#on').fill(way);
    await page.locator('#name_kana').fill(['さんぷる じろう', 'サンプル　ジロウ', 'ｻﾝﾌﾟﾙ ｼﾞﾛｳ'][at % 3]);
    await press(page, 'F9');
    await look(office, `${held}/correction`);
    assert.equal(await page.locator('#on').inputValue(), `2026-11-${11 + at}`, way);
    assert.equal(await page.locator('#name_kana').inputValue(), 'ｻﾝﾌﾟﾙ ｼﾞﾛｳ');
  }
  await picture_of(page, 'notification-correction');
  await page.locator('#on').fill('令和元年13月1日');
  await press(page, 'F12');
  assert.equal(await page.locator('.error-summary').count(), 1);
  await page.locator('#on').fill('R8.11.20');
  await press(page, 'F12');
  assert.match(await words(page), /直した記録/);
  assert.match(await words(page), /ｻﾝﾌﾟﾙ ﾀﾛｳ/);
  await picture_of(page, 'notification-corrected');
  await page.getByRole('button', { name: '取り下げる' }).click();
  await page.waitForSelector('.notification-success');
  await look(office, `${held}/correction`, { status: 422 });
}

/** A changed number waits for another person with the role, and stands on no page. */
async function changedNumber(office, symbol, number, born) {
  const digits = '234567890121';
  let page = await look(office, `/notifications/new/${individualNumberChange}`);
  await typeForm(page, [['symbol', symbol], ['insured_number', number], ['known_born', born],
    ['on', 'R8.11.12'], ['branch', ''], ['individual_number', '']]);
  await press(page, 'F12');
  assert.match(await words(page), /変更後の個人番号がありません/);
  await page.locator('#individual_number').fill(digits);
  await press(page, 'F12');
  const address = new URL(page.url()).pathname;
  assert.doesNotMatch(await page.content(), new RegExp(digits));
  await picture_of(page, 'notification-individual-number');
  await press(page, 'F12');
  assert.match(await words(page), /決裁は、ほかの人が行います/);
  await enter(office, 'joumu');  // who decides on the others, and has no role for the numbers
  await look(office, address);
  assert.match(await words(page), /個人番号を扱う役割のある、ほかの人が決裁します/);
  assert.equal(await page.getByRole('button', { name: '決裁する' }).count(), 0);
  await enter(office, 'tekiyo');
  await look(office, address);
  await page.getByRole('button', { name: '取り下げる' }).click();
  await page.waitForSelector('.notification-success');
  assert.doesNotMatch(await page.content(), new RegExp(digits));
}

/** Short hours begin: what changes for the remuneration is told before it is decided. */
async function shortHours(office, symbol, number, born) {
  const page = await look(office, `/notifications/new/${shortHoursChange}`);
  await typeForm(page, [['symbol', symbol], ['insured_number', number], ['known_born', born],
    ['on', 'R8.11.16'], ['short_hours', 1], ['weekly_hours', '24'], ['pay', '120000'],
    ['student', ''], ['office_size', '60'], ['detail', '']]);
  await press(page, 'F12');
  assert.match(await words(page), /支払基礎日数の下限が変わります/);
  assert.match(await words(page), /11日/);
  await picture_of(page, 'notification-short-hours');
  await page.getByRole('button', { name: '取り下げる' }).click();
  await page.waitForSelector('.notification-success');
}

/** Notifications of pay by keys alone: a bonus and the three months of a year; refused for somebody
 *  without status, with the place where the status is entered. */
async function payByKeys(office, symbol, number, born) {
  let page = await look(office, '/pay-notifications/new/bonus');
  await typeForm(page, [['symbol', symbol], ['insured_number', number], ['known_born', born],
    ['on', 'R8.7.10'], ['amount', '500,000'], ['two_workplaces', '']]);
  await press(page, 'F12');
  assert.match(await words(page), /その月の資格がありません/);
  assert.match(await words(page), /資格取得届/);
  await picture_of(page, 'pay-refused');
  await page.locator('#on').fill('R8.11.20');
  await press(page, 'F12');
  assert.match(await words(page), /標準賞与額/);
  await look(office, '/pay-notifications/new/regular', { picture: 'pay-regular' });
  await look(office, '/pay-notifications/new/revision');
  await look(office, '/pay-notifications/new/nothing', { status: 404 });
  page = await look(office, '/regular-determinations');
  assert.equal(await page.getByRole('link', { name: '賞与支払届の入力' }).count(), 1);
}

/** The member's page leads to the letters on which the decisions went out. */
async function lettersOf(office, member) {
  const page = await look(office, member);
  await page.getByRole('link', { name: '決定通知書の発行状況' }).click();
  await page.waitForURL(/decision-letters$/);
  await inspect(page);
  assert.match(await words(page), /資格取得時決定|標準賞与額の決定/);
  assert.match(await words(page), /未発行/);
  await picture_of(page, 'member-letters');
}

/** F6 and F4 lead through what is under review. */
async function neighbours(office, symbol, number, born) {
  const page = office.page;
  const entered = [];
  for (const name of ['参布留 一', '参布留 二']) {
    await look(office, `/notifications/new/${nameChange}`);
    await typeForm(page, [['symbol', symbol], ['insured_number', number], ['known_born', born],
      ['on', '20261118'], ['name_kana', 'さんぷる はじめ'], ['name', name]]);
    await press(page, 'F12');
    entered.push(new URL(page.url()).pathname);
  }
  await look(office, entered[0]);
  const forward = await page.locator('.desk-neighbours a[rel=next]').count() > 0;
  await page.keyboard.press(forward ? 'F6' : 'F4');
  await page.waitForURL((url) => url.pathname !== entered[0]);
  await inspect(page);
  await page.keyboard.press(forward ? 'F4' : 'F6');
  await page.waitForURL((url) => url.pathname === entered[0]);
  for (const address of entered) {
    await look(office, address);
    await page.getByRole('button', { name: '取り下げる' }).click();
    await page.waitForSelector('.notification-success');
  }
}

/** While kana are being turned into kanji, Enter belongs to the input method. */
async function inputMethod(office) {
  const page = await look(office, `/notifications/new/${acquisition}`);
  await page.locator('#name').focus();
  const stays = await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    const through = document.activeElement.dispatchEvent(event);
    return through && document.activeElement.id === 'name';
  });
  assert.ok(stays, 'Enter while composing moves nothing');
  const before = await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', {
      key: 'Process', keyCode: 229, bubbles: true, cancelable: true });
    return document.activeElement.dispatchEvent(event) && document.activeElement.id === 'name';
  });
  assert.ok(before, 'the key before the composition is left alone');
}

async function decideAndReverse(office, address) {
  await enter(office, 'joumu');
  await look(office, '/notifications?state=4', { picture: 'notifications' });
  const page = await look(office, address);
  await press(page, 'F12');
  await look(office, address);
  assert.match(await words(page), /決裁済み/);
  const member = await firstLink(page, /^\/members\/[0-9A-Z]{16}$/);
  await look(office, member);
  assert.match(await words(page), /見本　太郎/);
  return member;
}

async function protectedMember(office, member) {
  await enter(office, 'tekiyo');
  let page = await look(office, `${member}/protection`);
  await page.getByRole('button', { name: '保護を始める' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.getByLabel('支援措置の区分').selectOption('1');
  await page.getByLabel('確認した書類').fill('支援措置申出書 受付');
  await page.getByRole('button', { name: '保護を始める' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  assert.equal(await page.getByRole('button', { name: /住所を見る/ }).count(), 0);
  for (const path of [member, `${member}/identifiers`, '/members?q=みほん']) {
    await look(office, path);
    assert.doesNotMatch(await words(page), /丸の内/, path);
    assert.match(await words(page), /保護のため表示しません/, path);
  }
  await look(office, `${member}/identifiers`, { picture: 'protected-ledger' });

  await enter(office, 'joumu');
  page = await look(office, `${member}/protection`);
  await page.getByRole('button', { name: /住所を見る/ }).click();
  await page.waitForSelector('.error-summary');
  await page.getByLabel('住所を見る理由').fill('資格確認書の送付先を確かめる');
  await page.getByRole('button', { name: /住所を見る/ }).click();
  await page.waitForSelector('#uncovered-heading');
  await inspect(page);
  assert.match(await words(page), /丸の内/);
  assert.match(await words(page), /資格確認書の送付先を確かめる/);
  await look(office, `${member}/protection`, { picture: 'protection' });
  assert.doesNotMatch(await words(page), /丸の内/);
  await page.getByLabel('解除する理由').fill('支援措置の終了');
  await page.getByRole('button', { name: '保護を解除する' }).click();
  await page.waitForSelector('.notification-success');
}

/** A second notification is decided and reversed: the ledger is as before. */
async function reversal(office, member) {
  await enter(office, 'tekiyo');
  let page = await look(office, `${member}/identifiers`);
  const [, symbol, number] = /(\S+)-(\d+)$/.exec(await page.locator('h1').innerText());
  page = await look(office, '/notifications/new/3');
  await page.locator('#symbol').fill(symbol);
  await page.locator('#insured_number').fill(number);
  await page.locator('#known_born').fill('昭和60年4月1日');
  await page.locator('#on').fill('20261110');
  await page.locator('#name_kana').fill('ｻﾝﾌﾟﾙ ﾀﾛｳ');
  await page.locator('#name').fill('参布留　太郎');
  await press(page, 'F12');
  const address = new URL(page.url()).pathname;
  await press(page, 'F12');
  await enter(office, 'joumu');
  await look(office, address);
  await press(page, 'F12');
  await look(office, member);
  assert.match(await words(page), /参布留/);
  await look(office, address);
  await page.getByLabel('取り消す理由').fill('別人の届書だった');
  await page.getByRole('button', { name: '決裁を取り消す' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  await picture_of(page, 'notification-reversed');
  await look(office, member);
  assert.match(await words(page), /見本　太郎/);
  assert.doesNotMatch(await words(page), /参布留/);
}

async function reaches(office) {
  await look(office, '/reaches', { picture: 'reaches' });
  for (const age of [1, 2, 3, 4]) await look(office, `/reaches?age=${age}&month=2026-12`);
  await look(office, '/reaches?age=9&month=2026-12', { status: 422 });
  await look(office, '/reaches?age=1&month=x', { status: 422 });
}

/** The size of an employer: dated, refused without its number. */
async function sizeOfAnEmployer(office) {
  let page = await look(office, '/establishments', { picture: 'establishments' });
  page = await look(office, await firstLink(page, /^\/establishments\/[0-9A-Z]{16}$/));
  const enterSize = async (persons) => {
    await page.getByLabel('適用の日').fill('R8.4.1');
    await page.getByLabel('特定適用事業所の根拠').selectOption({ label: '人数による' });
    await page.getByLabel('人数', { exact: false }).last().fill(persons);
    await page.getByRole('button', { name: '規模を登録する' }).click();
    await page.waitForSelector('.notification-success, .error-summary');
    await inspect(page);
  };
  await enterSize('');
  assert.match(await page.locator('.error-summary').innerText(), /人数/);
  await enterSize('60');
  assert.match(await words(page), /60/);
  await picture_of(page, 'establishment');
}

export default async function eligibility(office) {
  await enter(office, 'tekiyo');
  await look(office, '/notifications');
  await everyForm(office);
  const symbol = await symbolOf(office);
  await refusedEntry(office, symbol);
  await inputMethod(office);
  const address = await acquisitionByKeys(office, symbol);
  const member = await decideAndReverse(office, address);
  await enter(office, 'tekiyo');
  await look(office, `${member}/identifiers`);
  const [, , number] = /(\S+)-(\d+)$/.exec(await office.page.locator('h1').innerText());
  await postalChoice(office);
  await heldAndCorrected(office, symbol, number, 'S60.4.1');
  await changedNumber(office, symbol, number, '昭和60年4月1日');
  await payByKeys(office, symbol, number, 'S60.4.1');
  await lettersOf(office, member);
  await shortHours(office, symbol, number, '19850401');
  await neighbours(office, symbol, number, '1985/4/1');
  await protectedMember(office, member);
  await reversal(office, member);
  await enter(office, 'tekiyo');
  await reaches(office);
  await sizeOfAnEmployer(office);
}
