// A purpose is taken out of the notice while a page is open: within a second the page is refused,
// and nothing else is.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, look, lookRefused } from '../walk.mjs';
import { run } from '../society.mjs';

const secondMilliseconds = 1000;

export default async function withdrawn(office) {
  const { page, address, data, folder } = office;
  await look(office, '/notice', { picture: 'notice' });
  await enter(office, 'tekiyo');
  await look(office, '/members?q=1');
  const text = run('notice', 'show', '--data', data);
  const without = text.replace('加入者の管理、', '');
  assert.notEqual(without, text);
  const file = join(folder, 'notice.txt');
  writeFileSync(file, without);
  run('notice', 'publish', file, '--approved-by', '理事会', '--place', '/notice', '--data', data);
  const published = Date.now();
  let status = 200;
  let asked = published;
  // Whatever is asked for a second after the publication, or later, is refused.
  while (status === 200 && asked < published + secondMilliseconds) {
    asked = Date.now();
    status = (await page.goto(`${address}/members?q=1`)).status();
  }
  assert.equal(status, 403, 'the withdrawn purpose opens nothing after a second');
  await lookRefused(office, '/members', /公表事項の利用目的にありません/);
  await look(office, '/levies');
}
