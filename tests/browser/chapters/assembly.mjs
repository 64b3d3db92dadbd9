// The assembly: members and officers, a meeting from the notice to the minutes, a resolution that a
// rate names, an election up to its candidates, trainings.
import assert from 'node:assert/strict';
import { enter, firstLink, look, lookRefused } from '../walk.mjs';
import { fill, isRefused, send, succeeds } from './registers.mjs';

function day(later = 0) {
  return new Date(Date.now() + 9 * 3600 * 1000 + later * 86400 * 1000).toISOString().slice(0, 10);
}

async function open(page, words) {
  const details = page.locator('details', { has: page.locator('summary', { hasText: words }) });
  if (await details.getAttribute('open') === null) await details.locator('summary').click();
}

async function members(office) {
  let page = await look(office, '/assembly-members');
  await open(page, '定数と任期を登録する');
  await fill(page, { charter_from: day(-30), written_vote: '規約により認める', fixed_number: '5',
    term_years: '3' });
  await send(page, '定数と任期を登録する');
  await isRefused(page, /偶数/);
  await fill(page, { fixed_number: '4' });
  await send(page, '定数と任期を登録する');
  await succeeds(page, /定数と任期を登録しました/);
  for (const [kind, name] of [['選定議員(事業主側)', '選定 一郎'], ['選定議員(事業主側)', '選定 二郎'],
    ['互選議員(被保険者側)', '互選 花子']]) {
    page = await look(office, '/assembly-members');
    await open(page, '議員を登録する');
    await fill(page, { kind, from: day(-1), name, name_kana: 'ｷﾞｲﾝ', postal_code: '1000001',
      address: '東京都見本区1-1', telephone: '03-0000-0000' });
    await send(page, '議員を登録する');
    await succeeds(page, /議員を登録しました/);
  }
  page = await look(office, '/assembly-members', { picture: 'assembly-members' });
  page = await look(office, await firstLink(page, /^\/assembly-members\/./));
  await fill(page, { post: '理事長', post_from: day() });
  await send(page, '役職を登録する');
  await succeeds(page, /役職を登録しました/);
}

async function meeting(office) {
  let page = await look(office, '/meetings');
  await open(page, '会議を招集する');
  await fill(page, { body: '組合会', meeting_kind: '臨時', held_on: day(), hour: '10:00',
    place: '本館会議室', demanded_on: day(-40) });
  await send(page, '会議を登録する');
  await isRefused(page, /招集の期限/);
  await fill(page, { demanded_on: day(-5), demanded_by: '1' });
  await send(page, '会議を登録する');
  await isRefused(page, /請求した議員の数が足りません/);
  await fill(page, { demanded_on: '', demanded_by: '' });
  await send(page, '会議を登録する');
  await succeeds(page, /会議を登録しました/);
  const address = new URL(page.url()).pathname;
  await fill(page, { title: '令和8年3月分からの保険料率の承認', matter: '保険料率',
    in_force_from: '2026-03-01' });
  await send(page, '議案を登録する');
  await succeeds(page, /議案を登録しました/);
  await send(page, '招集通知を発送した');
  await succeeds(page, /招集通知の発送を記録しました/);
  page = await look(office, address);
  const presences = page.locator('select[name^="presence_"]');
  assert.equal(await presences.count(), 3);
  await presences.nth(0).selectOption({ label: '出席' });
  await presences.nth(1).selectOption({ label: '書面' });
  await send(page, '出席を記録する');
  await succeeds(page, /出席を記録しました/);
  await look(office, address, { picture: 'assembly-meeting' });
  await fill(page, { in_favour: '9', against: '0' });
  await send(page, '議案1の票を記録する');
  await isRefused(page, /出席者の数を超えています/);
  await fill(page, { in_favour: '2', against: '0' });
  await send(page, '議案1の票を記録する');
  await succeeds(page, /可決。議決番号は A\d{4}-001/);
  await send(page, '議事録を閉じる');
  await succeeds(page, /議事録を閉じました/);
  await look(office, address);
  for (const paper of ['notice.pdf', 'minutes.pdf']) {
    const answer = await page.request.get(`${office.address}${address}/${paper}`);
    assert.equal(answer.status(), 200, paper);
    assert.match((await answer.body()).subarray(0, 5).toString(), /%PDF/);
  }
  await look(office, '/resolutions', { picture: 'assembly-resolutions' });
}

async function rates(office) {
  const page = await look(office, '/rate-resolutions');
  await send(page, '議決番号を登録する');
  await isRefused(page, /料率/);
  await page.locator('#rate').selectOption({ label: '基本保険料率(2025-03から)' });
  await page.locator('#resolution').selectOption({ index: 1 });
  await send(page, '議決番号を登録する');
  await isRefused(page, /適用の月より後に施行/);
  await page.locator('#rate').selectOption({ label: '基本保険料率(2026-03から)' });
  await send(page, '議決番号を登録する');
  await succeeds(page, /議決番号を登録しました/);
  await look(office, '/rate-resolutions', { picture: 'rate-resolutions' });
}

/** A resolution with closed minutes about a matter of the kind. */
async function resolve(office, title, matter) {
  let page = await look(office, '/meetings');
  await open(page, '会議を招集する');
  await fill(page, { body: '組合会', meeting_kind: '臨時', held_on: day(), hour: '13:00',
    place: '本館会議室' });
  await send(page, '会議を登録する');
  await succeeds(page, /会議を登録しました/);
  const address = new URL(page.url()).pathname;
  await fill(page, { title, matter });
  await send(page, '議案を登録する');
  await send(page, '招集通知を発送した');
  page = await look(office, address);
  const presences = page.locator('select[name^="presence_"]');
  await presences.nth(0).selectOption({ label: '出席' });
  await presences.nth(1).selectOption({ label: '出席' });
  await send(page, '出席を記録する');
  await fill(page, { in_favour: '2', against: '0' });
  await send(page, '議案1の票を記録する');
  await send(page, '議事録を閉じる');
  await succeeds(page, /議事録を閉じました/);
}

async function bylaws(office) {
  await resolve(office, '付加給付規程の制定', '規程');
  const page = await look(office, '/bylaws');
  await open(page, '版を登録する');
  await fill(page, { rule: '新しい規程', rule_title: '付加給付規程', subject: '付加給付',
    standing: '施行する', rule_from: day(-1), summary: '一部負担還元金の額を定める' });
  await page.locator('#resolution').selectOption({ index: 1 });
  await send(page, '版を登録する');
  await isRefused(page, /この議決の施行は/);
  await fill(page, { rule_from: day() });
  await send(page, '版を登録する');
  await succeeds(page, /規約・規程の版を登録しました/);
  await look(office, '/bylaws', { picture: 'assembly-bylaws' });
}

async function demand(office) {
  let page = await look(office, '/rate-resolutions');
  await open(page, '議決の扱いの変更を提案する');
  await fill(page, { demand: '議決番号のない料率では調定しない', demand_from: '2039-04',
    reason: '議決のない料率で徴収しないため' });
  await send(page, '提案する');
  await succeeds(page, /もう一人の承認を待ちます/);
  const address = new URL(page.url()).pathname;
  await enter(office, 'sekinin');
  page = await look(office, address);
  await send(page, '承認する');
  await succeeds(page, /承認/);
  page = await look(office, '/rate-resolutions');
  assert.match(await page.locator('main').innerText(), /2039-04/);
  assert.equal(await page.locator('summary', { hasText: '議決の扱い' }).count(), 0, 'no proposer');
}

async function balance(office) {
  const page = await look(office, '/seat-balance');
  await fill(page, { districts: '120-2' });
  await send(page, '点検する');
  await isRefused(page, /選挙区の書き方/);
  await fill(page, { districts: '120:2 80:1' });
  await send(page, '点検する');
  assert.match(await page.locator('main').innerText(), /規程の範囲です/);
  await look(office, '/former-members');
}

/** The auditor reads what was resolved and published, and can change none of it. */
async function auditor(office) {
  await enter(office, 'kanji');
  let page = await look(office, '/resolutions');
  assert.match(await page.locator('main').innerText(), /閉じた/);
  page = await look(office, '/bylaws');
  assert.equal(await page.locator('main form').count(), 0);
  page = await look(office, '/notice-versions');
  assert.equal(await page.locator('main').getByText('変更を提案する').count(), 0);
  page = await look(office, '/notice-versions/1');
  assert.equal(await page.locator('main form').count(), 0);
  await look(office, '/notice-findings');
  await lookRefused(office, '/meetings', /あなたの役割では/);
}

async function election(office, number) {
  let page = await look(office, '/elections');
  await open(page, '選挙を告示する');
  await fill(page, { seats: '1', announced_on: day(), roll_on: day(), candidacy_until: day(7),
    polling_on: day(7), term_from: day(30) });
  await send(page, '選挙を告示する');
  await isRefused(page, /日付の順/);
  await fill(page, { polling_on: day(14) });
  await send(page, '選挙を告示する');
  await succeeds(page, /選挙を告示しました/);
  const address = new URL(page.url()).pathname;
  await send(page, '名簿を確定する');
  await succeeds(page, /選挙人名簿を確定しました/);
  await fill(page, { number: '999-999' });
  await send(page, '立候補を登録する');
  await isRefused(page, /選挙人名簿にありません/);
  await fill(page, { number });
  await send(page, '立候補を登録する');
  await succeeds(page, /立候補を登録しました/);
  page = await look(office, address, { picture: 'assembly-election' });
  assert.match(await page.locator('main').innerText(), /立候補を受け付けています/);
  await look(office, '/elections');
}

async function trainings(office) {
  const page = await look(office, '/assembly-trainings');
  await fill(page, { membership: '選定 一郎', course: '議員の職務と個人情報', attended_on: day(1) });
  await send(page, '研修を記録する');
  await isRefused(page, /日付/);
  await fill(page, { attended_on: day(), score: '90' });
  await send(page, '研修を記録する');
  await succeeds(page, /研修を記録しました/);
  await look(office, '/assembly-trainings', { picture: 'assembly-trainings' });
}

/** 記号-番号 of somebody who is insured in person. */
async function somebodyInsured(office) {
  await enter(office, 'tekiyo');
  await lookRefused(office, '/assembly-members', /あなたの役割では/);
  const page = await look(office, '/members?q=1');
  const rows = page.locator('tbody tr', { hasText: '本人' }).filter({ hasText: '加入中' });
  const member = await rows.first().locator('a').first().getAttribute('href');
  // Lists hide the number; it is shown where somebody asks for it.
  const open = await look(office, `${member}/identifiers`);
  const cell = await open.locator('.identity div', { hasText: '記号・番号' }).locator('dd').first()
    .innerText();
  const [symbol, number] = cell.split('-');
  return `${symbol.trim()}-${number.trim()}`;
}

export default async function assembly(office) {
  const number = await somebodyInsured(office);
  await enter(office, 'joumu');
  await members(office);
  await meeting(office);
  await rates(office);
  await bylaws(office);
  await balance(office);
  await election(office, number);
  await trainings(office);
  await demand(office);
  await auditor(office);
}
