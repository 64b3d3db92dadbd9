// A sample society in a folder of its own: made by the program, filled with invented files, served
// on a free port. Nothing of it stays behind.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOfStep, root, startProgram } from './desk.mjs';

export const program = process.env.KENPO ?? join(root, 'build', 'kenpo');
const members = process.env.KENPO_MEMBERS ?? '300';
const months = 2;
const formMilliseconds = 10_000;  // a sign-in on a slow machine

/** Runs a command of the program and hands back what it says. */
export function run(...words) {
  const env = { ...process.env, LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };
  return execFileSync(program, words, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

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

export function accountsOf(data) {
  const accounts = {};
  for (const line of readFileSync(join(data, 'sample-sign-in.tsv'), 'utf8').trim().split('\n')) {
    const [user, name, password, secret] = line.split('\t');
    accounts[user] = { user, name, password, key: Buffer.from(secret, 'hex'), lastStep: 0 };
  }
  return accounts;
}

/** A code that was not used yet: each counts once, and the program takes one step either way. */
export async function freshCode(account) {
  // The program's clock, which a chapter may have put ahead.
  const clock = () => Date.now() + 1000 * (account.secondsLater ?? 0);
  const now = () => Math.floor(clock() / 30000);
  // The step before counts until this one ends: not when that comes before the form is sent.
  const earliest = Math.floor((clock() + formMilliseconds) / 30000) - 1;
  const step = Math.max(account.lastStep + 1, earliest);
  while (step > now() + 1) await new Promise((wake) => setTimeout(wake, 500));
  account.lastStep = step;
  return codeOfStep(account.key, step);
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
