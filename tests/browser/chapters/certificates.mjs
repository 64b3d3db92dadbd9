// Certificates: what a member holds and why, an application granted and refused, a print run that
// two people release, counted to the sheet, a lost paper and another one for it.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

const today = () => typed(0).slice(0, 10);
const tomorrow = () => typed(24 * 60).slice(0, 10);

/** The pages of papers of the first insured person in the list. */
async function firstInsured(office) {
  let page = await look(office, '/members?q=1');
  const all = await page.locator('main a').evaluateAll(
    (links) => links.map((link) => link.getAttribute('href')));
  for (const address of new Set(all.filter((each) => /^\/members\/[0-9A-Z]{16}$/.test(each)))) {
    page = await look(office, `${address}/certificates`);
    const text = await page.locator('main').innerText();
    const young = /70歳から74歳ではない/.test(text);  // of the others the share alone may say the class
    if (young && /被保険者\(/.test(text) && /限度額区分の判定/.test(text)) return address;
  }
  assert.fail('nobody insured with a class of the limit');
}

async function cardAndApplications(office, member) {
  let page = await look(office, `${member}/certificates`);
  await fill(page, { use: '利用登録なし', since: tomorrow(), source: '毎月の一覧' });
  await send(page, '利用の状況を登録する');
  await isRefused(page, /申請の日が正しくありません/);
  await fill(page, { since: today() });
  await send(page, '利用の状況を登録する');
  await succeeds(page, /利用の状況を登録しました/);
  assert.match(await page.locator('main').innerText(), /資格確認書[\s\S]*職権交付[\s\S]*交付待ち/);

  await look(office, `${member}/certificate-applications/confirmation`);
  await fill(page, { applied_on: today(), use: 'カードの紛失' });
  await send(page, '判定して登録する');
  await page.waitForURL(/certificates$/);
  assert.match(await page.locator('main').innerText(), /認定できません/);
  for (const kind of ['reduction', 'disease', 'relief']) {
    page = await look(office, `${member}/certificate-applications/${kind}`);
  }
  await picture_of(page, 'certificate-application');
  await send(page, '判定して登録する');
  await isRefused(page, /収入の年\(西暦\)/);
  await look(office, `${member}/certificate-applications/limit`);
  await fill(page, { applied_on: today(), reason: '入院の予定' });
  await send(page, '判定して登録する');
  await page.waitForURL(/certificates$/);
  await succeeds(page, /認定しました/);
  await look(office, `${member}/certificates`, { picture: 'certificates-of-member' });
  await look(office, `${member}/certificate-applications/nothing`, { status: 404 });
}

async function release(office) {
  await enter(office, 'sekinin');
  let page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '証の印刷の決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'));
  assert.match(await page.locator('main').innerText(), /資格確認書/);
  await picture_of(page, 'certificate-approval');
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  await enter(office, 'tekiyo');
}

/** The bytes of the PDF behind a link. */
async function pdf(page, name, file) {
  const arriving = page.waitForEvent('download');
  await page.locator('main').getByRole('link', { name }).click();
  const download = await arriving;
  if (process.env.KENPO_KEEP_PAPERS) {
    await download.saveAs(`${process.env.KENPO_KEEP_PAPERS}/${file}`);
  }
  const bytes = await download.createReadStream();
  const head = await new Promise((done) => bytes.once('data', done));
  assert.equal(head.subarray(0, 5).toString('latin1'), '%PDF-');
}

async function run(office) {
  let page = await look(office, '/certificates?kind=confirmation&state=1',
    { picture: 'certificates-due' });
  await fill(page, { way: '本人に郵送', secrecy: '保護を受けている人を一人ずつ' });
  await send(page, '印刷を作って決裁に出す');
  await isRefused(page, /印刷を待っている証がありません/);
  await fill(page, { way: '本人に郵送', secrecy: 'ふつうの証をまとめて' });
  await send(page, '印刷を作って決裁に出す');
  await succeeds(page, /印刷を作り、決裁に出しました/);
  const made = new URL(page.url()).pathname;
  assert.equal(await page.getByRole('link', { name: 'PDFを開く' }).count(), 0);
  await look(office, made, { picture: 'certificate-run-waiting' });

  await release(office);
  page = await look(office, made, { picture: 'certificate-run' });
  await pdf(page, 'PDFを開く', 'confirmation.pdf');
  await fill(page, { counted: '9' });
  await send(page, '枚数を確認して印刷を終える');
  await isRefused(page, /数えた枚数が合いません/);
  const row = await page.locator('tbody tr').first().innerText();
  const [, number] = row.match(/確認(\d{7})/);
  await fill(page, { number, reason: '二重に給紙した' });
  await send(page, '書損を記録する');
  await succeeds(page, /新しい番号を振りました/);
  const papers = await page.locator('tbody tr').count();
  await fill(page, { counted: String(papers) });
  await send(page, '枚数を確認して印刷を終える');
  await succeeds(page, /枚数が合いました/);
  await send(page, 'すべて交付したと記録する');
  await succeeds(page, /交付を記録しました/);
  await look(office, '/certificate-runs', { picture: 'certificate-runs' });
}

async function custody(office) {
  let page = await look(office, '/certificates?kind=confirmation&state=4');
  const paper = await firstLink(page, /^\/certificates\/./);
  page = await look(office, paper, { picture: 'certificate' });
  await fill(page, { lost_on: tomorrow(), why: '紛失・返納不能', reissue: '再交付しない' });
  await send(page, '紛失・き損を記録する');
  await isRefused(page, /先の日付は記録できません/);
  await fill(page, { lost_on: today(), why: '紛失・返納不能', reissue: '再交付する(有効期間は同じ)' });
  await send(page, '紛失・き損を記録する');
  await succeeds(page, /紛失・き損を記録しました/);
  assert.match(await page.locator('main').innerText(), /紛失・返納不能\(/);
  page = await look(office, '/certificates?kind=confirmation&state=1');
  assert.match(await page.locator('main').innerText(), /紛失/, 'another one waits');
}

/** Who has which class, establishment by establishment; the monthly list of registrations. */
async function lists(office, member) {
  let page = await look(office, `${member}/identifiers`);
  const [, symbol, number] = /(\S+)-(\d+)$/.exec(await page.locator('h1').innerText());
  await look(office, '/limit-classes');
  await look(office, '/limit-classes?symbol=nothing', { status: 422 });
  page = await look(office, `/limit-classes?symbol=${encodeURIComponent(symbol)}`);
  assert.match(await page.locator('main').innerText(), /[アイウエ]|一般/);
  assert.ok(await page.locator('tbody tr').count() > 0);
  await picture_of(page, 'limit-classes');

  page = await look(office, '/card-lists', { picture: 'card-list' });
  const list = (line) => ({
    name: 'list.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`記号,番号,枝番,利用登録,基準日\r\n${line}\r\n`),
  });
  await page.locator('#card-list-file').setInputFiles(list(`${symbol},999999,00,有,2026-11-01`));
  await send(page, '受け付ける');
  await isRefused(page, /この記号・番号・枝番の人がいません/);
  await look(office, '/card-lists');
  await page.locator('#card-list-file').setInputFiles(list(`${symbol},${number},00,有,2026-11-01`));
  await send(page, '受け付ける');
  await succeeds(page, /1人を確かめました/);
}

export default async function certificates(office) {
  await enter(office, 'tekiyo');
  await look(office, '/certificates');
  for (const kind of ['notice', 'elderly', 'limit', 'reduction', 'disease']) {
    await look(office, `/certificates?kind=${kind}&state=5`);
  }
  await look(office, '/certificate-invitations');
  const member = await firstInsured(office);
  await cardAndApplications(office, member);
  await run(office);
  await custody(office);
  await lists(office, member);
  await enter(office, 'shomu');
  for (const path of ['/certificates', '/certificate-invitations', `${member}/certificates`]) {
    await lookRefused(office, path, /あなたの役割では/);
  }
}
