// The program as its user starts it, and who may sign in at its desk. Needs nothing but Node.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = process.env.KENPO ?? join(root, 'build', 'kenpo');
const startSeconds = 60;
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

/** Starts a program that serves the desk and waits until it answers. */
export async function startProgram(command, args, address, settings = {}) {
  const env = { ...process.env, ...settings };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let ended = null;
  child.stdout.on('data', (piece) => { output += piece; });
  child.on('exit', (code, signal) => { ended = code ?? signal; });
  const until = Date.now() + startSeconds * 1000;
  while (!(await answers(address))) {
    if (ended !== null) throw new Error(`the program ended with ${ended}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`no answer at ${address}: ${output}`);
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  /** Its exit status, or the signal that it died of. */
  const end = () => new Promise((done) => {
    if (ended !== null) done(ended);
    else child.on('exit', (code, signal) => done(code ?? signal));
  });
  const kill = (signal) => child.kill(signal);
  const stop = () => {
    kill('SIGTERM');
    return end();
  };
  return { stop, kill, end, output: () => output, pid: child.pid };
}

function answers(address) {
  return new Promise((done) => {
    const request = get(`${address}/sign-in`, { rejectUnauthorized: false }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.on('error', () => done(false));
  });
}

/** The one-time code of a key (bytes) for a step of thirty seconds. */
export function codeOfStep(key, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[hash.length - 1] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}
