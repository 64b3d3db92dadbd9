// A file of faults is refused whole with a table of them; a good file is taken in once.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, inspect, look, picture_of } from '../walk.mjs';

async function send(office, file) {
  const page = await look(office, '/intakes');
  await page.locator('#intake-file').setInputFiles(file);
  await page.getByRole('button', { name: '受け付ける' }).click();
  await page.waitForLoadState();
  await inspect(page);
  return page;
}

function filesUnder(folder, keep) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(keep);
}

export default async function files(office) {
  await enter(office, 'tekiyo');
  const unknown = join(office.folder, 'letter.txt');
  writeFileSync(unknown, 'これは届書ではありません。\n');
  let page = await send(office, unknown);
  assert.match(await page.locator('main').innerText(), /知らない種類のファイルです/);

  const [notifications] = filesUnder(office.files, (path) => /10-acquisition.*csv$/.test(path));
  assert.ok(notifications, 'the sample has notifications');
  page = await send(office, notifications);
  assert.match(await page.locator('main').innerText(), /受付済みです。何も変わっていません。/);
  assert.equal(new URL(page.url()).pathname, '/intakes');
  await page.reload();
  assert.equal(await page.locator('.notification-success').count(), 0, 'told once');

  // 報酬の報告: known by its head; a line that does not fit is told with its field.
  const reports = join(office.folder, 'pay.csv');
  const head = '記号,番号,生年月日,最初の月,昇降給,区分,基礎日数1,報酬1,基礎日数2,報酬2,基礎日数3,報酬3,'
    + '遡及支払の月,遡及支払額\r\n';
  writeFileSync(reports, `${head}101,1,1990-05-15,2026-04,上,一般,30,360000,,,,,,\r\n`);
  page = await send(office, reports);
  const told = await page.locator('main').innerText();
  assert.match(told, /受け付けませんでした/);
  assert.match(told, /昇降給/);

  const bad = filesUnder(office.files, (path) => /bad\/0[1-6]-.*csv$/.test(path)).sort();
  assert.ok(bad.length > 3, 'the sample has files of faults');
  for (const path of bad) {
    page = await send(office, path);
    assert.match(await page.locator('main').innerText(), /受け付けませんでした/, path);
    assert.ok(await page.locator('tbody tr').count() > 0, path);
    if (/impossible-date/.test(path)) await picture_of(page, 'intake-refused');
  }
}
