// Signs of a breach, the self-inspection, reviews and the auditor: every page, a form of each, and
// who is refused.
import assert from 'node:assert/strict';
import { enter, firstLink, inspect, look, lookRefused } from '../walk.mjs';

const watchMilliseconds = 40_000;  // the program watches every ten seconds

/** A clerk who is refused again and again. */
async function beRefused(office) {
  await enter(office, 'joumu');
  for (let times = 0; times < 6; times += 1) {
    await lookRefused(office, '/claims', /あなたの役割では/);
  }
}

async function untilAlert(office) {
  const end = Date.now() + watchMilliseconds;
  for (;;) {
    const page = await look(office, '/alerts');
    if (await page.locator('tbody tr', { hasText: '拒否の繰り返し' }).count() > 0) return page;
    assert.ok(Date.now() < end, 'no alert was raised');
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}

async function alerts(office) {
  await untilAlert(office);
  let page = await look(office, '/alerts', { picture: 'alerts' });
  const row = page.locator('tbody tr', { hasText: '拒否の繰り返し' })
    .filter({ hasText: '責任者の確認待ち' }).first();
  const address = await row.locator('a').getAttribute('href');
  page = await look(office, address, { picture: 'alert' });
  await page.getByRole('button', { name: '確認済みにする' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#words').fill('本人に確かめました。誤って開いたものでした。');
  await page.getByRole('button', { name: '確認済みにする' }).click();
  await page.waitForSelector('.notification-success');
  page = await look(office, address);
  assert.match(await page.locator('main').innerText(), /誤って開いたものでした/);
  assert.equal(await page.getByRole('button', { name: '確認済みにする' }).count(), 0);
}

async function settings(office) {
  let page = await look(office, '/watch-settings', { picture: 'watch-settings' });
  await page.locator('#setting').selectOption('1');
  await page.locator('#value').fill('0');
  await page.locator('#from').fill('2099-01-01');
  await page.getByRole('button', { name: '設定を登録する' }).click();
  await page.waitForSelector('.error-summary');
  await inspect(page);
  await page.locator('#value').fill('7');
  await page.getByRole('button', { name: '設定を登録する' }).click();
  await page.waitForSelector('.notification-success');
  assert.match(await page.locator('main').innerText(), /2099-01-01から7/);
  page = await look(office, '/watch-settings');
  await page.locator('#staff').selectOption({ label: '健保 花子' });
  await page.locator('#person').fill('0123456789ABCDEF');
  await page.getByRole('button', { name: '関係を登録する' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  await page.getByRole('button', { name: /関係を終わりにする/ }).click();
  await page.waitForSelector('.notification-success');
  assert.match(await page.locator('main').innerText(), /登録はありません/);
}

async function reviews(office) {
  let page = await look(office, '/reviews');
  const today = new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);
  await page.locator('#subject').selectOption('3');
  await page.locator('#name').fill('医療情報システムの安全管理に関するガイドライン 第7.0版');
  await page.locator('#owner').selectOption({ label: '保護 守' });
  await page.locator('#next_due').fill(today);
  await page.getByRole('button', { name: '台帳に加える' }).click();
  await page.waitForSelector('.notification-success');
  await page.locator('#review').selectOption({ index: 1 });
  await page.locator('#finding').fill('新しい版は出ていません。');
  await page.getByRole('button', { name: '記録する', exact: true }).click();
  await page.waitForSelector('.notification-success');
  page = await look(office, '/reviews', { picture: 'reviews' });
  assert.match(await page.locator('tbody').innerText(), /新しい版は出ていません/);
}

async function inspection(office) {
  const page = await look(office, '/inspection', { picture: 'inspection' });
  assert.equal(await page.locator('table').first().locator('tbody tr').count(), 20);
  await page.getByRole('button', { name: '署名する' }).click();
  await page.waitForSelector('.error-summary');
  assert.match(await page.locator('.error-summary').innerText(), /指摘への対応/);
  await page.locator('#words').fill('来月、監事の監査を受けます。');
  await page.getByRole('button', { name: '署名する' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
}

async function audit(office) {
  await enter(office, 'kanji');
  await lookRefused(office, '/alerts', /役割のものではありません/);
  await lookRefused(office, '/inspection', /役割のものではありません/);
  const page = await look(office, '/audit/ledgers', { picture: 'audit-ledgers' });
  await page.locator('#scope').fill('監査記録、警報、自己点検');
  await page.locator('#findings').fill('指摘なし');
  await page.locator('#held_on').fill('2099-01-01');
  await page.getByRole('button', { name: '監査を記録する' }).click();
  await page.waitForSelector('.error-summary');
  await page.locator('#held_on').fill(new Date(Date.now() + 9 * 3600 * 1000)
    .toISOString().slice(0, 10));
  await page.getByRole('button', { name: '監査を記録する' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  assert.match(await page.locator('main').innerText(), /指摘なし/);
}

export default async function watch(office) {
  await beRefused(office);
  await enter(office, 'sekinin');
  await alerts(office);
  await settings(office);
  await reviews(office);
  await inspection(office);
  const home = await look(office, '/', { picture: 'home-safety' });
  assert.match(await home.locator('main').innerText(), /兆候の警報/);
  await firstLink(home, /^\/alerts$/);
  await audit(office);
}
