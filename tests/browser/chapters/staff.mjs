// People and their rights: undertaking and training, the list signed, a role by two persons,
// break-glass with its review, employees.
import assert from 'node:assert/strict';
import { enter, inspect, look, lookRefused, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds } from './registers.mjs';

const rightAnswers = [
  '教えてはいけない。台帳も開いてはいけない', '使わない。利用目的を変える手続が先に要る',
  '画面を閉じるか、サインアウトする', '中身が見えないようにし、持ち出しの台帳に付ける',
  'すぐに個人情報取扱責任者に知らせる', 'その場では答えず、開示の手続を案内する',
  '自分では開かず、ほかの担当に替わってもらう', 'だれにも教えず、ほかで使っていないものにする',
];

function day(fromNow = 0) {
  const japan = new Date(Date.now() + (9 + 24 * fromNow) * 3600 * 1000);
  return japan.toISOString().slice(0, 10);
}

function addressOf(page) {
  return new URL(page.url()).pathname;
}

async function says(page, words) {
  assert.match(await page.locator('main').innerText(), words, page.url());
}

async function training(office) {
  let page = await look(office, '/duties');
  await says(page, /誓約と研修は済んでいます/);
  page = await look(office, '/trainings/privacy', { picture: 'training' });
  await send(page, '答える');
  await says(page, /合格ではありません/);
  await inspect(page);
  page = await look(office, '/trainings/privacy');
  for (const answer of rightAnswers) await page.getByLabel(answer, { exact: true }).check();
  await send(page, '答える');
  await says(page, /合格です\(8問 \/ 8問\)/);
  await inspect(page);
  await picture_of(page, 'training-result');
  page = await look(office, '/duties', { picture: 'duties' });
  await says(page, /不合格/);
  await look(office, '/trainings/no-such-course', { status: 404 });
}

async function signature(office) {
  const page = await look(office, '/handlers');
  await send(page, '下の名簿を確認した');
  await succeeds(page, /名簿を確認しました/);
  await says(page, /確認済み/);
  const paper = await page.request.get(`${office.address}/handler-list.pdf`);
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
}

/** The second person agrees. */
async function agree(office, address, picture) {
  await enter(office, 'joumu');
  const page = await look(office, address, { picture });
  await send(page, '承認する');
  await succeeds(page, /承認し/);
}

async function roleGrant(office) {
  let page = await look(office, '/handlers');
  await page.locator('main').getByRole('link', { name: '健保 花子' }).click();
  await page.waitForLoadState();
  await inspect(page);
  await picture_of(page, 'handler');
  await fill(page, { role: '給付担当', from: day() });
  await send(page, '提案する');
  await isRefused(page, /理由/);
  await fill(page, { role: '給付担当', from: day(), reason: '育児休業の代わり' });
  await send(page, '提案する');
  await succeeds(page, /別の人が決めます/);
  assert.equal(await page.getByRole('button', { name: '承認する' }).count(), 0,
    'nobody decides on his own proposal');
  const address = addressOf(page);
  await enter(office, 'tekiyo');
  await look(office, address, { status: 422 });
  await agree(office, address, 'approval');
  await look(office, '/approvals', { picture: 'approvals' });
  await enter(office, 'sekinin');
  page = await look(office, '/handlers', { picture: 'handlers' });
  await says(page, /確認した後に、名簿か範囲が変わりました/);
  await says(page, /給付担当/);
  page = await look(office, '/responsible-person');
  await send(page, '提案する');
  await isRefused(page, /後任/);
}

/** One establishment into the scope and out of it again, each by two people. */
async function scope(office) {
  for (const change of ['範囲に加える', '範囲から外す']) {
    let page = await look(office, '/handlers');
    await page.locator('main').getByRole('link', { name: '庶務 直子' }).click();
    await page.waitForLoadState();
    await page.getByRole('link', { name: '範囲の変更' }).click();
    await page.waitForLoadState();
    await inspect(page);
    await send(page, '提案する');
    await isRefused(page, /事業所を選んでください/);
    await page.locator('main [name="establishment"]').selectOption({ index: 1 });
    await fill(page, { change, reason: '担当の事業所が決まった。' });
    await send(page, '提案する');
    await succeeds(page, /別の人が決めます/);
    await agree(office, addressOf(page));
    await enter(office, 'sekinin');
    page = await look(office, '/handlers');
    await says(page, change === '範囲に加える' ? /1事業所/ : /庶務 直子.*すべての事業所/);
  }
}

/** A new handler: two people decide, then the sign-in is handed out once. */
async function newcomer(office) {
  let page = await look(office, '/newcomers');
  await send(page, '提案する');
  await isRefused(page, /氏名/);
  await fill(page, { name: '新人 次郎', role: '適用担当', from: day(), reason: '採用' });
  await send(page, '提案する');
  await succeeds(page, /別の人が決めます/);
  await agree(office, addressOf(page));
  await enter(office, 'sekinin');
  page = await look(office, '/handlers');
  await page.locator('main').getByRole('link', { name: '新人 次郎' }).click();
  await page.waitForLoadState();
  await page.getByRole('link', { name: 'サインインの用意' }).click();
  await page.waitForLoadState();
  await inspect(page);
  await fill(page, { sign_in_name: 'X' });
  await send(page, '用意する');
  await isRefused(page, /利用者名/);
  await fill(page, { sign_in_name: 'shinjin' });
  await send(page, '用意する');
  await says(page, /一度だけ表示します/);
  await inspect(page);
}

async function logKey(office) {
  const page = await look(office, '/approvals');
  await send(page, '提案する');
  await isRefused(page, /理由/);
  await fill(page, { reason: '担当者の交代に合わせて替える。' });
  await send(page, '提案する');
  await succeeds(page, /別の人が決めます/);
  await agree(office, addressOf(page));
  await enter(office, 'sekinin');
}

async function effects(office) {
  const page = await look(office, '/training-effects');
  await send(page, '記録する');
  await isRefused(page, /分かったこと/);
  await fill(page, { finding: '紛失時の連絡を間違えた人がいる。', measure: '朝礼で連絡先を確かめる。',
    due: day(30) });
  await send(page, '記録する');
  await succeeds(page, /検証を記録しました/);
  await look(office, '/training-effects', { picture: 'training-effects' });
}

async function breakGlass(office) {
  await enter(office, 'tekiyo');
  let page = await look(office, '/emergencies', { picture: 'emergencies' });
  const request = { role: '経理担当', ground: '2号 人の生命、身体又は財産の保護', minutes: '30',
    reason: '救急搬送先からの照会で、振込先を確かめる。' };
  await fill(page, { ...request, minutes: '241' });
  await send(page, '申し込む');
  await isRefused(page, /1から240/);
  await fill(page, request);
  await send(page, '申し込む');
  await succeeds(page, /申し込みました/);
  await agree(office, addressOf(page));

  await enter(office, 'tekiyo');
  page = await look(office, '/emergencies');
  await says(page, /利用中/);
  await page.locator('main').getByRole('link', { name: '健保 花子' }).first().click();
  await page.waitForLoadState();
  const use = addressOf(page);
  await send(page, 'いま終わらせる');
  await succeeds(page, /点検が要ります/);
  await fill(page, request);
  await send(page, '申し込む');
  await isRefused(page, /点検の済んでいない/);

  await enter(office, 'sekinin');
  page = await look(office, use, { picture: 'emergency' });
  await fill(page, { finding: '適切だった', words: '照会の記録と合っている。' });
  await send(page, '点検を記録する');
  await succeeds(page, /点検を記録しました/);
}

async function employees(office) {
  await enter(office, 'shomu');
  await lookRefused(office, '/handlers', /役割のものではありません/);
  await look(office, '/employees');
  let page = await look(office, '/hirings');
  const newcomer = { name: '新人 太郎', kana: 'シンジン タロウ', born_on: 'H10.5.1',
    joined_on: day(-30), post: '総務課', contract: '有期', contact: '新人 花代', relation: '母' };
  await fill(page, newcomer);
  await send(page, '登録する');
  await isRefused(page, /終わりの日が要ります/);
  await fill(page, { ...newcomer, to: day(300) });
  await send(page, '登録する');
  await succeeds(page, /採用を登録しました/);
  const address = addressOf(page);
  await fill(page, { post: '業務課', from: day() });
  await send(page, '異動を登録する');
  await succeeds(page, /異動を登録しました/);
  page = await look(office, `${address}/details`);
  await fill(page, { telephone: '042-000-0000', address: '東京都見本区見本町2-3' });
  await send(page, '登録する');
  await succeeds(page, /連絡先を変えました/);
  page = await look(office, `${address}/contracts`);
  await fill(page, { contract: '期間の定めなし', from: day() });
  await send(page, '登録する');
  await succeeds(page, /契約を登録しました/);
  await look(office, address, { picture: 'employee' });

  page = await look(office, `${address}/trainings`);
  await fill(page, { title: '情報セキュリティ講習', on: day(-1), hours: '3' });
  await send(page, '記録する');
  await succeeds(page, /研修を記録しました/);
  page = await look(office, `${address}/benefits`);
  await fill(page, { kind: '慶弔見舞金', on: day(-1), amount: '10000' });
  await send(page, '記録する');
  await succeeds(page, /給付を記録しました/);

  page = await look(office, address);
  await fill(page, { last_day: day(), leaves_at: 'いますぐ' });
  await send(page, '退職を登録する');
  await succeeds(page, /退職を登録しました/);
  await look(office, '/employees', { picture: 'employees' });
}

/** Leaving ends the rights of the handler in the same minute. */
async function leaving(office) {
  let page = await look(office, '/hirings');
  await fill(page, { handler: '新人 次郎', name: '新人 次郎', kana: 'シンジン ジロウ',
    born_on: 'H11.6.2', joined_on: day(-1), post: '業務課', contract: '期間の定めなし' });
  await send(page, '登録する');
  await succeeds(page, /採用を登録しました/);
  await fill(page, { last_day: day(), leaves_at: 'いますぐ' });
  await send(page, '退職を登録する');
  await succeeds(page, /権限もその時に終わります/);
  await enter(office, 'sekinin');
  page = await look(office, '/handlers');
  assert.match(await page.locator('tbody tr', { hasText: '新人 次郎' }).first().innerText(), /停止/);
}

export default async function staff(office) {
  await enter(office, 'tekiyo');
  await lookRefused(office, '/employees', /役割がありません/);
  await lookRefused(office, '/handlers', /役割のものではありません/);
  await training(office);
  await enter(office, 'sekinin');
  await signature(office);
  await roleGrant(office);
  await scope(office);
  await newcomer(office);
  await logKey(office);
  await effects(office);
  await breakGlass(office);
  await employees(office);
  await leaving(office);
}
