// People and their rights: undertaking and training, the list signed, a role by two persons,
// break-glass with its review, employees.
import assert from 'node:assert/strict';
import { openBrowser, signIn } from '../desk.mjs';
import { freshCode } from '../society.mjs';
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
  await says(page, /回答を記録しました。有効期限は/);
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

/** One person locks at once: the open screen of the locked one is gone; two give the rights back. */
async function locks(office) {
  const other = await openBrowser();
  const screen = other.page;
  const account = office.accounts.tekiyo;
  await signIn(screen, office.address, { name: account.user, password: account.password,
    code: await freshCode(account) });
  await screen.goto(`${office.address}/members`);
  assert.equal(new URL(screen.url()).pathname, '/members');

  let page = await look(office, '/sign-in-locks', { picture: 'sign-in-locks' });
  await page.locator('main').getByRole('link', { name: '保護 守' }).click();
  await page.waitForLoadState();
  await says(page, /個人情報取扱責任者は停止できません/);
  assert.equal(await page.locator('main form').count(), 0);
  page = await look(office, '/sign-in-locks');
  await page.locator('main').getByRole('link', { name: '健保 花子' }).click();
  await page.waitForLoadState();
  await inspect(page);
  const reason = '認証アプリの入った電話をなくした。';
  await fill(page, { reason });
  await picture_of(page, 'sign-in-lock');
  await fill(page, { reason: '' });
  await send(page, '停止する');
  await isRefused(page, /理由/);
  await fill(page, { reason });
  await send(page, '停止する');
  await succeeds(page, /開いていた画面が終わりました/);
  const address = addressOf(page);
  await screen.goto(`${office.address}/members`);
  assert.equal(new URL(screen.url()).pathname, '/sign-in', 'the open screen has ended');
  await other.close();

  await fill(page, { reason: '電話が見つかった。中は見られていない。' });
  await send(page, '提案する');
  await succeeds(page, /別の人が決めます/);
  assert.equal(await page.getByRole('button', { name: '承認する' }).count(), 0);
  await agree(office, addressOf(page));
  await enter(office, 'tekiyo');
  await look(office, '/members');
  await lookRefused(office, '/sign-in-locks', /役割のものではありません/);
  await enter(office, 'sekinin');
  page = await look(office, address);
  await says(page, /有効/);
}

/** A course of the society's own, from a file; the second person reads it before deciding. */
async function courses(office) {
  const file = (text) => ({ name: 'kenshu.tsv', mimeType: 'text/tab-separated-values',
    buffer: Buffer.from(text) });
  const course = ['title\t個人情報の取扱い 二年目', `from\t${day(120)}`,
    'lesson\t持ち出し\t持ち出すものは、持ち運びの記録に付けます。',
    'question\t書類を別の階に運ぶときは？', 'choice\t記録は要らない', 'right\t記録に付ける',
    'why\t事務所の中の移動も、公表事項2の対象です。', ''].join('\n');
  let page = await look(office, '/courses');
  await fill(page, { series: 'privacy', reason: '二年目の研修' });
  await send(page, '受け付けて提案する');
  await isRefused(page, /ファイルを選んでください/);
  await page.locator('#file').setInputFiles(file('title\t研修\nquestion\n'));
  await send(page, '受け付けて提案する');
  await isRefused(page, /2行/);
  await page.locator('#file').setInputFiles(file(course));
  await send(page, '受け付けて提案する');
  await succeeds(page, /別の人が承認すると、研修になります/);
  const address = addressOf(page);
  await enter(office, 'joumu');
  page = await look(office, address);
  await page.getByRole('link', { name: '提案の中身を全部読む' }).click();
  await page.waitForLoadState();
  await inspect(page);
  await says(page, /持ち運びの記録に付けます/);
  await picture_of(page, 'course');
  await agree(office, address);
  await enter(office, 'sekinin');
  page = await look(office, '/courses', { picture: 'courses' });
  await says(page, /個人情報の取扱い 二年目[^]*決定済み/);
  await enter(office, 'tekiyo');
  await look(office, '/courses', { status: 422 });
  await enter(office, 'sekinin');
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

  page = await look(office, '/benefit-erasures');
  await says(page, /期間の中の記録は1件/);
  assert.equal(await page.locator('main form').count(), 0, 'nothing is due');
  page = await look(office, `${address}/benefits`);
  await fill(page, { kind: '福利厚生行事', on: '2019-06-01', amount: '3000' });
  await send(page, '記録する');
  page = await look(office, '/benefit-erasures');
  await send(page, '提案する');
  await isRefused(page, /理由/);
  await fill(page, { reason: '年度の消去' });
  await picture_of(page, 'benefit-erasures');
  await send(page, '提案する');
  await succeeds(page, /別の人が決めます/);
  await agree(office, addressOf(page));
  await enter(office, 'shomu');
  page = await look(office, '/benefit-erasures');
  await says(page, /常務 一郎/);
  assert.equal(await page.locator('main form').count(), 0, 'nothing is due any more');

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
  await lookRefused(office, '/employees', /あなたの役割では/);
  await lookRefused(office, '/handlers', /役割のものではありません/);
  await training(office);
  await enter(office, 'sekinin');
  await signature(office);
  await roleGrant(office);
  await scope(office);
  await newcomer(office);
  await locks(office);
  await courses(office);
  await logKey(office);
  await effects(office);
  await breakGlass(office);
  await employees(office);
  await leaving(office);
}
