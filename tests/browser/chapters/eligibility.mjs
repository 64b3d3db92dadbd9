// Typed notifications: an acquisition by keyboard alone, the decision of a second person, a refusal,
// the reversal; a protected person; ages reached.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, picture_of } from '../walk.mjs';

const acquisition = 1;
const loss = 2;
const kinds = 18;

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
  await page.locator('#symbol').focus();
  await typeForm(page, [
    ['symbol', symbol], ['on', 'R8.11.2'], ['name_kana', 'みほん　たろう'],
    ['name', '見本 太郎'], ['sex', 1], ['born', 'S60.4.1'], ['individual_number', ''],
    ['postal_code', '100-0005'], ['address', '東京都千代田区丸の内1-1'], ['address_kana', ''],
    ['number', ''], ['acquisition_class', 1], ['pay', '300,000'],
    ['has_dependents', ''], ['two_workplaces', ''], ['short_hours', ''], ['weekly_hours', ''],
    ['student', ''], ['office_size', ''], ['detail', ''],
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

export default async function eligibility(office) {
  await enter(office, 'tekiyo');
  await look(office, '/notifications');
  await everyForm(office);
  const symbol = await symbolOf(office);
  await refusedEntry(office, symbol);
  await inputMethod(office);
  const address = await acquisitionByKeys(office, symbol);
  const member = await decideAndReverse(office, address);
  await protectedMember(office, member);
  await reversal(office, member);
  await enter(office, 'tekiyo');
  await reaches(office);
}
