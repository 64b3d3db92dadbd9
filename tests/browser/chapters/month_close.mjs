// A month is closed: tasks are taken and held, the differences are released by a second person, only
// then a notice leaves; the month's figures; decisions back to an employer; a notification of
// dependents by file and the papers that came with it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, firstLink, inspect, look } from '../walk.mjs';
import { fill, isRefused, send, succeeds, typed } from './registers.mjs';

/** The newest month that was levied. */
async function levied(office) {
  const page = await look(office, '/levies');
  const address = await firstLink(page, /^\/levies\/\d{4}-\d{2}$/);
  return address.slice('/levies/'.length);
}

async function step(page, task, what, reason) {
  await fill(page, { task, step: what });
  if (reason) await fill(page, { hold: reason });
  await send(page, '記録する');
}

async function tasks(office, month) {
  await look(office, '/closings', { picture: 'closings' });
  let page = await look(office, `/closings/${month}`);
  await step(page, '標準報酬の決定', '保留する');
  await isRefused(page, /保留の理由を選んでください/);
  await step(page, '保険料の調定', '完了にする（月報）');
  await isRefused(page, /完了/);
  page = await look(office, `/closings/${month}`);
  const row = page.locator('tbody tr', { hasText: '標準報酬の決定' }).first();
  if (!/完了/.test(await row.innerText())) {
    await step(page, '標準報酬の決定', '保留する', '翌月に処理する');
    await succeeds(page, /経過を記録しました/);
  }
  await step(page, '月報', '担当する');
  await succeeds(page, /経過を記録しました/);
  page = await look(office, `/closings/${month}`, { picture: 'closing' });
  const text = await page.locator('main').innerText();
  for (const words of ['未着手', '完了', '審査中', '健保 花子', 'のあと']) {
    assert.match(text, new RegExp(words), words);
  }
}

async function release(office, month) {
  let page = await look(office, `/closings/${month}/differences`, { picture: 'closing-differences' });
  await send(page, '承認を求める');
  await isRefused(page, /確かめたこと/);
  await fill(page, { reason: '取得、喪失、月変の人を確かめた。' });
  await send(page, '承認を求める');
  await succeeds(page, /承認を求めました/);
  const approval = new URL(page.url()).pathname;
  assert.equal(await page.getByRole('button', { name: /^承認/ }).count(), 0, 'one\'s own proposal');

  page = await look(office, await firstLink(await look(office, `/levies/${month}`),
    /^\/levies\/[^/]+\/[^/]+$/));
  const establishment = new URL(page.url()).pathname;
  assert.equal(await page.getByRole('button', { name: '納入を告知する' }).count(), 0);

  await enter(office, 'joumu');
  await look(office, `/closings/${month}/differences`);
  page = await look(office, approval, { picture: 'closing-approval' });
  await page.locator('main').getByRole('button', { name: /承認/ }).first().click();
  await page.waitForSelector('.notification-success');
  await inspect(page);

  await enter(office, 'tekiyo');
  page = await look(office, establishment);
  await page.getByRole('button', { name: '納入を告知する' }).click();
  await page.waitForSelector('.notification-success');
  await inspect(page);
  assert.match(await page.locator('main').innerText(), /告知済み/);
  assert.equal(await page.getByRole('button', { name: '納入を告知する' }).count(), 0);
}

async function fetched(office, path, beginning) {
  const answer = await office.context.request.get(office.address + path, {
    ignoreHTTPSErrors: true });
  assert.equal(answer.status(), 200, path);
  const body = await answer.body();
  assert.ok(body.subarray(0, beginning.length).equals(beginning), path);
  return body.toString('utf8');
}

async function statistics(office, month) {
  await look(office, '/statistics', { picture: 'statistics' });
  const page = await look(office, `/statistics/${month}`, { picture: 'statistics-month' });
  assert.match(await page.locator('main').innerText(), /平均標準報酬月額/);
  await look(office, `/statistics/${month}/journal`, { picture: 'journal' });
  const pdf = Buffer.from('%PDF-');
  const csv = Buffer.from([0xEF, 0xBB, 0xBF]);
  await fetched(office, `/statistics/${month}/report.pdf`, pdf);
  await fetched(office, `/statistics/${month}/journal.pdf`, pdf);
  const ages = await fetched(office, `/statistics/${month}/ages.csv`, csv);
  for (const cell of ages.matchAll(/"(\d+)"/g)) {
    assert.ok(cell[1] === '0' || Number(cell[1]) >= 10, `a small cell leaves: ${cell[1]}`);
  }
  assert.match(await fetched(office, `/statistics/${month}/journal.csv`, csv), /支援金/);
  await fetched(office, `/statistics/${month}/report.csv`, csv);
}

async function decisions(office, month) {
  const page = await look(office, '/decision-files', { picture: 'decision-file' });
  await page.locator('[name="establishment"]').selectOption({ index: 1 });
  await fill(page, { month: '1999-01', delete_by: typed(30 * 24 * 60).slice(0, 10) });
  await send(page, '作って決裁に出す');
  await isRefused(page, /この月の決定はありません/);
  await fill(page, { month });
  await send(page, '作って決裁に出す');
  const text = await page.locator('main').innerText();
  if (/この月の決定はありません/.test(text)) return;  // nobody began in the sample's newest month
  await succeeds(page, /作って決裁に出しました/);
  assert.match(await page.locator('main').innerText(), /([0-9A-Z]{4}-){5}[0-9A-Z]{4}/);
}

/** A notification of a child for an insured person of the sample, as an employer would send it. */
function dependentsFile(office) {
  const found = readdirSync(office.files, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => /10-acquisition.*csv$/.test(path) && !/bad/.test(path)).sort();
  for (const path of found) {
    const lines = readFileSync(path, 'latin1').split('\r\n');
    const line = lines.slice(5).find((each) => /^2200700/.test(each) && each.split(',')[5] !== '');
    if (!line) continue;
    const from = line.split(',');
    const cells = Array(139).fill('');
    const put = (item, value) => { cells[item - 1] = value; };
    put(1, '2202700');
    for (const item of [2, 3, 4]) put(item, from[item - 1]);
    put(8, from[5]);
    put(9, from[6]);
    put(10, from[7]);
    put(11, from[8]);
    put(12, from[9]);
    put(21, '1');
    put(71, '\xD0\xCE\xDD \xD0\xD7\xB2');  // ﾐﾎﾝ ﾐﾗｲ in Shift_JIS
    put(73, '9');
    put(74, '080501');
    put(75, '2');
    put(76, '01');
    put(90, '9');
    put(91, '080501');
    put(95, '1');
    const file = join(office.folder, 'dependents.csv');
    writeFileSync(file, `${[...lines.slice(0, 5), cells.join(',')].join('\r\n')}\r\n`, 'latin1');
    return file;
  }
  return assert.fail('the sample has no acquisition with a number');
}

async function attachments(office) {
  let page = await look(office, '/intakes');
  await page.locator('#intake-file').setInputFiles(dependentsFile(office));
  await page.getByRole('button', { name: '受け付ける' }).click();
  await page.waitForLoadState();
  await succeeds(page, /被扶養者 1/);
  page = await look(office, '/work?kind=14');
  const item = await firstLink(page, /^\/work\/[0-9A-Z]+/);
  page = await look(office, `${item.split('?')[0]}/notification`);
  page = await look(office, await firstLink(page, /attachments$/));
  const address = new URL(page.url()).pathname;
  const file = (name, text) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
  const attach = async (given) => {
    await page.locator('#attached-file').setInputFiles(given);
    await send(page, '添付する');
  };
  await attach(file('paper.pdf', 'MZ this is a program'));
  await isRefused(page, /この種類のファイルは添付できません/);
  await attach(file('paper.pdf', '%PDF-1.7\n<</JS (1)>>\n%%EOF\n'));
  await isRefused(page, /動作やほかのファイルを含むPDF/);
  await attach(file('paper.pdf', '%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n'));
  await succeeds(page, /書類を添付しました/);
  page = await look(office, address, { picture: 'attachments' });
  const paper = await firstLink(page, /attachments\/.+/);
  await fetched(office, paper, Buffer.from('%PDF-'));
}

export default async function monthClose(office) {
  await enter(office, 'tekiyo');
  const month = await levied(office);
  await tasks(office, month);
  await release(office, month);
  await statistics(office, month);
  await decisions(office, month);
  await attachments(office);
}
