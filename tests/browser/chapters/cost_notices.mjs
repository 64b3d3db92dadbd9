// The medical cost notice: a run that two people release, counted and sent; one person's notice, an
// answer that opens a check.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused, picture_of } from '../walk.mjs';
import { fill, isRefused, send, succeeds } from './registers.mjs';

/** Somebody with claims that were taken in. */
async function somebody(office) {
  let page = await look(office, '/claims');
  page = await look(office, await firstLink(page, /^\/claims\/[0-9A-Z]{16}$/));
  page = await look(office, '/members?q=1');
  const all = await page.locator('main a').evaluateAll(
    (links) => links.map((link) => link.getAttribute('href')));
  for (const address of new Set(all.filter((each) => /^\/members\/[0-9A-Z]{16}$/.test(each)))) {
    page = await look(office, `${address}/cost-notice`);
    if (await page.locator('main select[name="claim"]').count() === 1) return address;
  }
  return assert.fail('nobody has a receipt');
}

async function person(office) {
  const member = await somebody(office);
  let page = await look(office, `${member}/cost-notice`, { picture: 'cost-notice' });
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: '通知書(PDF)' }).click();
  const paper = await arriving;
  if (process.env.KENPO_KEEP_PAPERS) {
    await paper.saveAs(`${process.env.KENPO_KEEP_PAPERS}/cost-notice.pdf`);
  }
  await fill(page, { from: 'R8.9', to: 'R8.8' });
  await send(page, 'この期間で見る');
  await isRefused(page, /始まりの月以後/);
  page = await look(office, `${member}/cost-notice`);
  await page.locator('select[name="claim"]').selectOption({ index: 1 });
  await send(page, '回答を登録する');
  await isRefused(page, /本人の言葉/);
  await fill(page, { words: 'この月はこの医院に行っていない' });
  await page.locator('select[name="claim"]').selectOption({ index: 1 });
  await send(page, '回答を登録する');
  await succeeds(page, /調査を始めました/);
  await picture_of(page, 'visit-checks');
  await page.locator('select[name="check"]').selectOption({ index: 1 });
  await fill(page, { outcome: '受診を確認' });
  await send(page, '結果を記録する');
  await isRefused(page, /分かったこと/);
  await page.locator('select[name="check"]').selectOption({ index: 1 });
  await fill(page, { outcome: '受診を確認', finding: '本人が受診を思い出した。' });
  await send(page, '結果を記録する');
  await succeeds(page, /調査の結果を記録しました/);
}

async function run(office) {
  let page = await look(office, '/cost-notices');
  await fill(page, { from: 'R2.4', to: 'R2.4' });
  await send(page, '作って決裁に出す');
  await isRefused(page, /通知を待っている人がいません/);
  page = await look(office, '/cost-notices');
  await send(page, '作って決裁に出す');
  await succeeds(page, /印刷を作り、決裁に出しました/);
  await enter(office, 'sekinin');
  page = await look(office, '/approvals');
  const row = page.locator('tbody tr', { hasText: '医療費通知の印刷の決裁' }).first();
  page = await look(office, await row.locator('a').first().getAttribute('href'));
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  await lookRefused(office, '/visit-checks', /あなたの役割では/);
  await enter(office, 'kyufu');
  page = await look(office, '/cost-notices', { picture: 'cost-notice-runs' });
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: '通知を開く(PDF)' }).click();
  await arriving;
  const notices = /作成の(\d+)通/.exec(await page.locator('main').innerText())[1];
  await fill(page, { counted: String(Number(notices) + 1) });
  await send(page, '通数を確認して印刷を終える');
  await isRefused(page, /数えた通数が合いません/);
  await fill(page, { counted: notices });
  await send(page, '通数を確認して印刷を終える');
  await succeeds(page, /通数が合いました/);
  await send(page, '発送を記録する');
  await succeeds(page, /発送を記録しました/);
}

export default async function costNotices(office) {
  await enter(office, 'kyufu');
  await person(office);
  await run(office);
}
