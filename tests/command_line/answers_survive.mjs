// No answer without its leaf: the whole program is killed while it answers as fast as it can, runs
// into a full disk, and into a sync that fails. Afterwards each answer that was held has its leaf in
// the log, in its order. Exit status 0: all held; 77: left out, with the reason; else: a fault.
//   KENPO               the program (build/kenpo)
//   KENPO_LATER_CLOCK   puts the program's clock ahead, so that nobody waits for the next code
//   KENPO_FAILING_SYNC_LIBRARY  lets the log's syncs fail while a file exists
//   KENPO_SEED          draws the moments of the kills (1)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountsOf, freePort, freshCode, program, run, startProgram,
} from '../support/program.mjs';

const kills = 5;
const lanes = 3;              // clients at once; each asks for people of its own, one after another
const peopleOfLane = 5;
const leavesShown = 65536;    // as many as `kenpo audit show` gives
const secondsPerStart = 60;   // each start is a minute later: a code counts once

const leaveOut = (reason) => {
  console.log(`answers_survive is left out: ${reason}`);
  process.exit(77);
};
if (!existsSync(program)) leaveOut(`the program ${program} is not built`);
const later = process.env.KENPO_LATER_CLOCK;
const failing = process.env.KENPO_FAILING_SYNC_LIBRARY;
for (const library of [later, failing]) {
  if (!library || !existsSync(library)) leaveOut('the libraries of the test are not built');
}

/** Numbers from 0 up to 1, drawn from the seed (mulberry32). */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const pause = (milliseconds) => new Promise((wake) => { setTimeout(wake, milliseconds); });

/** One answer, whole; refused when the connection ends before. */
function ask(address, path, { agent, cookie = '', form = null } = {}) {
  return new Promise((done, failed) => {
    const headers = { cookie };
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded';
    const body = form ? new URLSearchParams(form).toString() : '';
    if (form) headers['content-length'] = Buffer.byteLength(body);
    const asked = request(address + path, {
      method: form ? 'POST' : 'GET', agent, headers, rejectUnauthorized: false,
    }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', failed);
      answer.on('end', () => {
        if (!answer.complete) { failed(new Error('cut')); return; }
        const cookies = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
        done({ status: answer.statusCode, cookies, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

async function signIn(address, account) {
  const page = await ask(address, '/sign-in');
  const token = /name="form_token" value="([^"]+)"/.exec(page.body)[1];
  const entered = await ask(address, '/sign-in', {
    cookie: page.cookies.join('; '),
    form: {
      form_token: token, to: '/', sign_in_name: account.user, password: account.password,
      code: await freshCode(account),
    },
  });
  assert.equal(entered.status, 303, 'signed in');
  return entered.cookies.find((each) => each.startsWith('__Host-kenpo-session='));
}

/** Insured people, each with a page of their own that tells of nobody else's family. */
async function findPeople(address, cookie, count) {
  const found = new Set();
  for (const kana of 'アカサタナハマヤラワ') {
    const page = await ask(address, `/members?q=${encodeURIComponent(kana)}`, { cookie });
    for (const row of page.body.split('<tr').filter((each) => each.includes('本人'))) {
      const person = /\/members\/([0-9A-Z]{16})"/.exec(row);
      if (person) found.add(person[1]);
    }
  }
  assert.ok(found.size >= count, `${found.size} people are too few`);
  return [...found].slice(0, count);
}

/** A client that asks for its people in turn, one answer after another. */
class Lane {
  constructor(people) {
    this.people = people;
    this.asked = [];  // { person, held }: held when the whole answer came, with status 200
  }

  /** Until the connection ends or `wanted` answers came; hands back how many were held. */
  async read(address, cookie, wanted = Infinity) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let held = 0;
    while (held < wanted && !this.stopped) {
      const entry = {
        person: this.people[this.asked.length % this.people.length], held: false, at: Date.now(),
      };
      this.asked.push(entry);
      try {
        const answer = await ask(address, `/members/${entry.person}`, { agent, cookie });
        entry.held = answer.status === 200;
        entry.status = answer.status;
      } catch {
        break;
      }
      if (entry.held) held += 1;
      else await pause(5);  // a refusal comes quickly: it is asked again, not at once
    }
    agent.destroy();
    return held;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kenpo-survive-'));
const data = join(folder, 'data');
const mark = join(folder, 'sync-fails');
let served;
let starts = 0;

async function start(settings = {}) {
  starts += 1;
  const port = await freePort();
  const address = `https://127.0.0.1:${port}`;
  account.secondsLater = starts * secondsPerStart;
  served = await startProgram(program, ['serve', '--data', data, '--port', String(port)], address, {
    LD_PRELOAD: `${later}:${failing}`,
    KENPO_LATER_SECONDS: String(account.secondsLater),
    KENPO_FAILING_SYNC: mark,
    ...settings,
  });
  return { address, cookie: await signIn(address, account) };
}

/** Waits until answers of this start came: a slow machine is not killed idle. */
async function underWay(all) {
  const held = () => all.reduce(
    (sum, lane) => sum + lane.asked.filter((entry) => entry.held).length, 0);
  const before = held();
  const until = Date.now() + 20_000;
  while (held() < before + 2 * lanes && Date.now() < until) await pause(10);
}

async function killedAfter(reading, milliseconds) {
  await pause(milliseconds);
  served.kill('SIGKILL');
  assert.equal(await served.end(), 'SIGKILL');
  await Promise.all(reading);
  assert.match(run('audit', 'verify', '--data', data), /正しいです/);
}

/** The answers that were held and what the log says of them, lane by lane, in order. */
function compare(all) {
  const leaves = run('audit', 'show', '--data', data, '--last', String(leavesShown)).trim()
    .split('\n').map((line) => line.split('\t'));
  assert.equal(leaves[0][0], '0', 'the whole log is shown');
  const shown = leaves.map(([, text]) => JSON.parse(text))
    .filter((leaf) => leaf.operation === 'member.show' && leaf.outcome === 'answered')
    .map((leaf) => JSON.stringify(leaf.subjects));
  // The first pages were asked for one by one: they tell whose commitment is whose.
  const everybody = all.flatMap((lane) => lane.people);
  const subjectsOf = new Map(everybody.map((person, at) => [person, shown[at]]));
  assert.equal(new Set(subjectsOf.values()).size, everybody.length, 'each has their own page');
  let held = 0;
  for (const [number, lane] of all.entries()) {
    const own = new Set(lane.people.map((person) => subjectsOf.get(person)));
    const logged = shown.filter((subjects) => own.has(subjects));
    // How many leaves may have been used up by then: what was held has its leaf, what was cut off
    // or refused may have one.
    let used = new Set([0]);
    for (const [turn, entry] of lane.asked.entries()) {
      const next = new Set(entry.held ? [] : used);
      for (const at of used) if (logged[at] === subjectsOf.get(entry.person)) next.add(at + 1);
      assert.ok(next.size > 0, `lane ${number}: answer ${turn} has no leaf`);
      used = next;
      if (entry.held) held += 1;
    }
    assert.ok(used.has(logged.length), `lane ${number}: leaves that nobody asked for`);
  }
  return { held, leaves: shown.length };
}

let account;
try {
  const random = drawing(Number(process.env.KENPO_SEED ?? '1'));
  run('init', data);
  run('make-society', join(folder, 'files'), '--members', '60', '--months', '1', '--seed', '3');
  run('intake', join(folder, 'files'), '--data', data);
  account = accountsOf(data).tekiyo;

  // Killed while it answers.
  let { address, cookie } = await start();
  const people = await findPeople(address, cookie, lanes * peopleOfLane);
  const all = Array.from({ length: lanes }, (_, lane) => new Lane(
    people.slice(lane * peopleOfLane, (lane + 1) * peopleOfLane)));
  for (const lane of all) assert.equal(await lane.read(address, cookie, peopleOfLane), peopleOfLane);
  const readAll = () => all.map((lane) => lane.read(address, cookie));
  for (let round = 0; round < kills; round += 1) {
    if (round > 0) ({ address, cookie } = await start());
    const reading = readAll();
    await underWay(all);
    await killedAfter(reading, random() * 300);
  }

  // A full disk refuses, and heals by itself; killed on a full disk, nothing is lost either.
  let disk = 'a full disk is left out (prlimit is missing)';
  if (existsSync('/usr/bin/prlimit')) {
    disk = 'refused on a full disk';
    const limit = (bytes) => execFileSync(
      'prlimit', ['--pid', String(served.pid), `--fsize=${bytes}:`]);
    ({ address, cookie } = await start());
    const reading = readAll();
    await underWay(all);
    limit(1);
    const full = Date.now();
    const deadline = full + 20_000;
    const refused = () => all.some((lane) => lane.asked.some(
      (entry) => entry.at > full && entry.status >= 400));
    while (!refused() && Date.now() < deadline) await pause(20);
    await pause(200);
    const whileFull = all.flatMap((lane) => lane.asked.filter((entry) => entry.at > full));
    assert.ok(whileFull.some((entry) => entry.status >= 400), 'a full disk refuses');
    assert.ok(!whileFull.some((entry) => entry.held), 'a full disk answers nothing');
    limit('unlimited');
    const free = Date.now();
    while (!all.some((lane) => lane.asked.some((entry) => entry.at > free && entry.held))) {
      assert.ok(Date.now() < free + 20_000, 'it answers again when there is room');
      await pause(50);
    }
    limit(1);
    await killedAfter(reading, 50);
  }

  // A sync that fails ends the program by itself; started again, it goes on.
  ({ address, cookie } = await start());
  const reading = readAll();
  await underWay(all);
  writeFileSync(mark, '');
  const failed = Date.now();
  assert.equal(await served.end(), 1, 'it ends with status 1');
  await Promise.all(reading);
  assert.ok(!all.some((lane) => lane.asked.some((entry) => entry.at > failed && entry.held)),
    'nothing is answered after a failed sync');
  rmSync(mark);

  ({ address, cookie } = await start());
  for (const lane of all) assert.equal(await lane.read(address, cookie, 1), 1);
  assert.equal(await served.stop(), 0);
  assert.match(run('audit', 'verify', '--data', data), /正しいです/);
  const { held, leaves } = compare(all);
  assert.ok(held > kills * lanes, 'there were answers to lose');
  console.log(`${held} answers held, ${leaves} leaves of them; ${starts} starts, ${kills} kills, `
    + `${disk}, ended at a failed sync`);
} finally {
  served?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
