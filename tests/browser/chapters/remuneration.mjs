// A past fact is corrected with its effects seen first, and undone; standard remuneration at the
// desk: missing people, candidates, a determination by two people, a letter to an employer.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, picture_of } from '../walk.mjs';

/** The first member under one of the kana who is 本人 or 家族, as the list calls it. */
async function memberOf(office, relation) {
  for (const query of ['ア', 'サ', 'タ', 'カ', 'ナ']) {
    const page = await look(office, `/members?q=${encodeURIComponent(query)}`);
    const found = await page.locator('tbody tr').evaluateAll((rows, wanted) => rows
      .filter((row) => row.innerText.includes(wanted) && row.innerText.includes('加入中'))
      .map((row) => ({
        address: row.querySelector('a').getAttribute('href'),
        establishment: row.querySelectorAll('td')[4].innerText,
      })), relation);
    if (found.length > 0) return found[0];
  }
  throw new Error(`the search finds nobody who is ${relation}`);
}

async function press(page, name) {
  await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name }).click()]);
  await page.waitForLoadState();
  await inspect(page);
}

async function correct(office, member) {
  let page = await look(office, member.address);
  assert.ok(await page.getByRole('link', { name: '過去の事実の訂正' }).count() > 0);
  await look(office, `${member.address}/changes`, { picture: 'changes' });
  for (const kind of ['period', 'birth', 'bonus', 'establishment', 'cancellation',
    'care-exclusion', 'standard-cancellation']) {
    await look(office, `${member.address}/changes/${kind}`);
  }
  await look(office, `${member.address}/changes/nothing`, { status: 404 });
  page = await look(office, `${member.address}/changes/standard`);
  await page.getByLabel('適用する月').fill('R1.1');
  await page.getByLabel('報酬月額(円)').fill('650000');
  await press(page, '影響を確かめる');
  assert.match(await page.locator('main').innerText(), /適用する月|日付|月/);
  assert.ok(await page.locator('.error-summary').count() === 1, 'a month that is none is refused');

  page = await look(office, `${member.address}/changes/standard`);
  await page.getByLabel('適用する月').fill('R8.9');
  await page.getByLabel('報酬月額(円)').fill('652,000');
  await press(page, '影響を確かめる');
  let told = await page.locator('main').innerText();
  assert.match(told, /請求・還付する差額/);
  assert.match(told, /標準報酬月額が変わる/);
  assert.match(told, /健康保険法/);
  await picture_of(page, 'change-effect');
  await press(page, '訂正を登録する');
  assert.ok(await page.locator('.error-summary').count() === 1, 'without a reason nothing is saved');
  await page.getByLabel('訂正の理由').fill('月額変更届の誤り。訂正届による');
  await press(page, '訂正を登録する');
  told = await page.locator('main').innerText();
  assert.match(told, /次の調定を待っています/);
  await picture_of(page, 'change');
  const saved = new URL(page.url()).pathname;
  await look(office, '/premium-changes', { picture: 'changes-all' });
  page = await look(office, saved);
  await page.locator('summary', { hasText: 'この訂正を取り消す' }).click();
  await page.getByLabel('取消しの理由').fill('届出を取り違えた');
  await press(page, '訂正を取り消す');
  assert.match(await page.locator('main').innerText(), /前の訂正の取消し/);
  page = await look(office, saved);
  assert.match(await page.locator('main').innerText(), /取り消した日時/);
  assert.equal(await page.locator('summary', { hasText: 'この訂正を取り消す' }).count(), 0);
}

/** 被扶養者: the days of the link, with what they do, before anything is saved. */
async function correctDependent(office, member) {
  let page = await look(office, `${member.address}/changes`);
  const kinds = await page.locator('main').innerText();
  assert.match(kinds, /被扶養者になった日・最後の日の訂正/);
  assert.doesNotMatch(kinds, /標準報酬月額の訂正/);
  await look(office, `${member.address}/changes/standard`, { status: 404 });
  await look(office, `${member.address}/changes/dependent-cancellation`);
  page = await look(office, `${member.address}/changes/dependent`);
  await page.getByLabel('被扶養者であった最後の日').fill('S40.1.1');
  await press(page, '影響を確かめる');
  assert.match(await page.locator('.error-summary').innerText(), /最後の日が被扶養者になった日より前です/);
  const from = await page.getByLabel('被扶養者になった日').inputValue();
  await page.getByLabel('被扶養者であった最後の日').fill(from);
  await press(page, '影響を確かめる');
  assert.match(await page.locator('main').innerText(), /資格が変わる日のレセプト/);
  await picture_of(page, 'change-dependent');
}

async function yearly(office) {
  let page = await look(office, '/regular-determinations', { picture: 'regular-round' });
  const establishment = await firstLink(page, /^\/regular-determinations\/\d{4}\/[0-9A-Z]{16}$/);
  page = await look(office, establishment, { picture: 'regular-missing' });
  const ask = page.getByRole('button', { name: '事務処理に登録する' });
  if (await ask.count() > 0) {
    await press(page, '事務処理に登録する');
    assert.match(await page.locator('body').innerText(), /事務処理に登録しました|登録済み/);
  }
  await look(office, '/regular-determinations/1900', { status: 404 });
  await look(office, '/revision-candidates/2026', { picture: 'candidates' });
  page = await look(office, '/pay-notifications/new/change', { picture: 'pay-report' });
  await press(page, '登録する');
  assert.match(await page.locator('.error-summary').innerText(), /変動のあった給与の支払月/);

  page = await look(office, '/voluntary-standards/2026');
  await page.getByLabel('平均の出どころ').selectOption({ label: '資料から入力する' });
  await page.getByLabel('平均額(円)').fill('351,234');
  await press(page, '平均を登録する');
  assert.match(await page.locator('.error-summary').innerText(), /根拠/);
  await page.getByLabel('根拠の資料').fill('令和7年度の統計表');
  await press(page, '平均を登録する');
  assert.match(await page.locator('body').innerText(), /351,234円で登録しました/);
  await picture_of(page, 'voluntary-standards');
  if (await page.getByRole('button', { name: '決定する' }).count() > 0) {
    await press(page, '決定する');
    assert.match(await page.locator('body').innerText(), /標準報酬月額を決定しました/);
  }
  await look(office, '/voluntary-standards/1900', { status: 404 });

  page = await look(office, '/bonus-pay/2026');
  await page.getByLabel('事業所の記号').fill('no-such');
  await page.getByLabel('報酬とする賞与の支払月').fill('2 5 8 11');
  await page.getByLabel('根拠').fill('給与規程12条');
  await press(page, '決定する');
  assert.match(await page.locator('.error-summary').innerText(), /この記号の事業所はありません/);
  await picture_of(page, 'bonus-pay');
}

/** The symbols of the member's establishment and of another one. */
async function symbolsOf(office, member) {
  let page = await look(office, '/levies');
  page = await look(office, await firstLink(page, /^\/levies\//));
  const rows = await page.locator('tbody tr').evaluateAll((all) => all.map(
    (row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
  const own = rows.find((row) => row[1] === member.establishment);
  const other = rows.find((row) => row[1] !== member.establishment);
  assert.ok(own && other, `${member.establishment} and another one are levied`);
  return { own: own[0], other: other[0] };
}

async function determine(office, member) {
  const { other } = await symbolsOf(office, member);
  await look(office, `${member.address}/determinations`);
  for (const kind of ['childcare-end', 'maternity-end', 'revision', 'annual-regular',
    'annual-revision', 'workplaces', 'workplaces-revision']) {
    await look(office, `${member.address}/determinations/${kind}`);
  }
  let page = await look(office, `${member.address}/determinations/workplaces`);
  await page.getByLabel('適用する月').fill('R8.10');
  await page.getByLabel('この資格の事業所の報酬月額(円)').fill('250000');
  await page.getByLabel('ほかの事業所の記号と報酬月額(円)').fill('千円');
  await press(page, '決定の内容を確かめる');
  assert.match(await page.locator('.error-summary').innerText(), /ほかの事業所の記号と額/);
  assert.equal(await page.getByLabel('適用する月').inputValue(), 'R8.10', 'typed again');
  await page.getByLabel('ほかの事業所の記号と報酬月額(円)').fill(`${other} 180,000`);
  await press(page, '決定の内容を確かめる');
  assert.match(await page.locator('main').innerText(), /健康保険法44条3項/);
  await picture_of(page, 'manual-preview');
  await page.getByLabel('決定の理由').fill('二以上事業所勤務届による');
  await press(page, '登録する');
  const entered = new URL(page.url()).pathname;
  assert.match(await page.locator('main').innerText(), /別の担当者が決裁します/);
  assert.equal(await page.getByRole('button', { name: '決定する' }).count(), 0);

  await enter(office, 'joumu');
  await look(office, '/determinations', { picture: 'determinations' });
  page = await look(office, entered);
  await press(page, '決定する');
  assert.match(await page.locator('main').innerText(), /決定済み/);
  await look(office, '/determinations?state=decided');
  await enter(office, 'tekiyo');
}

async function letter(office, member) {
  const { own } = await symbolsOf(office, member);
  let page = await look(office, '/decision-letters');
  await page.getByLabel('事業所の記号').fill('no-such');
  await page.getByLabel('通知書の種類').selectOption({ label: '改定・訂正' });
  await page.getByLabel('月', { exact: false }).last().fill('R8.10');
  await press(page, '内容を確かめる');
  assert.match(await page.locator('.error-summary').innerText(), /この記号の事業所はありません/);
  await page.getByLabel('事業所の記号').fill(own);
  await press(page, '内容を確かめる');
  await picture_of(page, 'decision-letter-draft');
  await press(page, '発行する');
  await picture_of(page, 'decision-letter');
  // Whoever issued it hands out no paper; another one counts the people on it first.
  const issued = new URL(page.url()).pathname;
  assert.equal(await page.getByRole('link', { name: /用紙/ }).count(), 0);
  assert.equal(await page.getByRole('button', { name: '承認する' }).count(), 0);
  const persons = /人数\s*([\d,]+)人/.exec(await page.locator('main').innerText())[1];
  await enter(office, 'joumu');
  page = await look(office, issued);
  await page.getByLabel('載っている人数').fill('9999');
  await press(page, '承認する');
  assert.match(await page.locator('.error-summary').innerText(), /人数/);
  await page.getByLabel('載っている人数').fill(persons.replace(',', ''));
  await press(page, '承認する');
  assert.match(await page.locator('body').innerText(), /承認しました/);
  const pdf = await firstLink(page, /letter\.pdf$/);
  const answer = await office.context.request.get(office.address + pdf, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200);
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
  await enter(office, 'tekiyo');
  page = await look(office, '/decision-letters', { picture: 'decision-letters' });
  assert.ok(await page.locator('tbody tr').count() > 0);
}

export default async function remuneration(office) {
  await enter(office, 'tekiyo');
  const member = await memberOf(office, '本人');
  await correct(office, member);
  await correctDependent(office, await memberOf(office, '家族'));
  await yearly(office);
  await determine(office, member);
  await letter(office, member);
}
