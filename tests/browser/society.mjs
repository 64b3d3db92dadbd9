// A sample society in a folder of its own: made by the program, filled with invented files, served
// on a free port. Nothing of it stays behind.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountsOf, freePort, freshCode, program, run, startProgram,
} from '../support/program.mjs';

export { accountsOf, freePort, freshCode, program, run };
const members = process.env.KENPO_MEMBERS ?? '300';
const months = 2;

/** The last `count` months before this one, the oldest first: those that make-society makes. */
function lastMonths(count) {
  const japan = new Date(Date.now() + 9 * 3600 * 1000);
  const names = [];
  for (let back = count; back >= 1; back -= 1) {
    const first = new Date(Date.UTC(japan.getUTCFullYear(), japan.getUTCMonth() - back, 1));
    names.push(first.toISOString().slice(0, 7));
  }
  return names;
}

/** Makes, fills and serves the society; `close()` ends and removes it. */
export async function openSociety() {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-office-'));
  try {
    return await filledSociety(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A few lines of the public file of postal codes, as an office puts it into its data directory. */
const postalLines = [
  ['13101', '100  ', '1000005', 'ﾄｳｷﾖｳﾄ', 'ﾁﾖﾀﾞｸ', 'ﾏﾙﾉｳﾁ(ﾂｷﾞﾉﾋﾞﾙｦﾉｿﾞｸ)', '東京都', '千代田区',
    '丸の内（次のビルを除く）'],
  ['27127', '530  ', '5300001', 'ｵｵｻｶﾌ', 'ｵｵｻｶｼｷﾀｸ', 'ｳﾒﾀﾞ(ﾂｷﾞﾉﾋﾞﾙｦﾉｿﾞｸ)', '大阪府', '大阪市北区',
    '梅田（次のビルを除く）'],
  ['27127', '530  ', '5300002', 'ｵｵｻｶﾌ', 'ｵｵｻｶｼｷﾀｸ', 'ｿﾈｻﾞｷｼﾝﾁ', '大阪府', '大阪市北区', '曽根崎新地'],
];

function putPostalCodes(data) {
  mkdirSync(join(data, 'masters'), { recursive: true });
  const lines = postalLines.map((cells) =>
    `${[...cells.map((cell) => `"${cell}"`), 0, 0, 0, 0, 0, 0].join(',')}\r\n`);
  writeFileSync(join(data, 'masters', 'utf_ken_all.csv'), lines.join(''));
}

async function filledSociety(folder) {
  const data = join(folder, 'data');
  const files = join(folder, 'files');
  run('init', data);
  run('make-society', files, '--members', members, '--months', String(months), '--seed', '7');
  const taken = run('intake', files, '--data', data);
  for (const month of lastMonths(months)) run('month', month, '--data', data);
  putPostalCodes(data);
  const port = await freePort();
  const address = `https://127.0.0.1:${port}`;
  const served = await startProgram(
    program, ['serve', '--data', data, '--port', String(port)], address);
  const close = async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, data, files, taken, address, accounts: accountsOf(data), close };
}

/** Why the test cannot run here; empty when it can. */
export function missing() {
  if (!existsSync(program)) return `the program ${program} is not built`;
  return '';
}
