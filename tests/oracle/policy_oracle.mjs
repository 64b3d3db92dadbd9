// Privacy property 12: the program's policy and an independent one (policy.mjs) agree on all 15 × 37
// cells for every role under every condition, and on a million random requests.
//   node policy_oracle.mjs policy_answers [requests]
//   node policy_oracle.mjs policy_answers --changed   one row of what policy.mjs reads is changed,
//                                                     three times: each must be found
// The random requests are the same in every run; KENPO_SEED draws others.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { decide, readNotice, statutes } from './policy.mjs';
import { cellBatches, randomBatches } from './policy_requests.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'notice');
const shownDisagreements = 10;
const leastOfEachReason = 1000;
const reasons = ['allowed', 'unpublished', 'not_a_handler', 'locked', 'no_undertaking',
  'not_trained', 'statute_not_for_role', 'no_responsible_person', 'no_notice', 'not_in_force',
  'no_role', 'no_terminal', 'out_of_scope', 'not_for_program'];

/** The words of a decision as policy_answers prints it. */
function answerLine(notice, lists, decided) {
  if (decided.allow) {
    return `allow ${decided.roles.reduce((mask, role) => mask | 1 << lists.role.indexOf(role), 0)}`;
  }
  const missing = decided.missing.map((pair) => notice.pairs.indexOf(pair) + 1);
  return ['refuse', decided.reason, ...missing].join(' ');
}

/** Writes the requests of a policy in the lines of policy_answers. */
class Writer {
  constructor(notice) {
    this.lists = { category: notice.categories, purpose: notice.purposes,
      role: [...notice.roles.keys()], statute: [...statutes.keys()] };
    this.numbers = new Map();
    for (const [kind, names] of Object.entries(this.lists)) {
      names.forEach((name, at) => this.numbers.set(`${kind} ${name}`, at));
    }
  }
  number(kind, name) { return this.numbers.get(`${kind} ${name}`); }
  names() {
    return Object.entries(this.lists).map(([kind, names]) => `names\t${kind}\t${names.join(',')}`);
  }
  pairs(pairs) {
    return [...pairs].map((pair) => {
      const [category, purpose] = pair.split('.');
      return `${this.number('category', category)}.${this.number('purpose', purpose)}`;
    }).join(',') || '-';
  }
  policy(policy) {
    const flag = (value) => (value ? 1 : 0);
    const lines = [['policy', policy.version, flag(policy.responsible), flag(policy.terminals),
      this.pairs(policy.inForce)]];
    if (policy.carriedRoles) lines.push(['roles', '-']);
    else {
      for (const [role, pairs] of policy.roles) {
        lines.push(['role', this.number('role', role), this.pairs(pairs)]);
      }
    }
    for (const [id, handler] of policy.handlers) {
      const roles = handler.roles.map((held) =>
        `${this.number('role', held.role)}:${held.from}:${held.to ?? '-'}`);
      lines.push(['handler', id, flag(handler.locked), handler.undertaking ?? '-',
        handler.trained ?? '-', roles.join(',') || '-', handler.establishments.join(',') || '-']);
    }
    return lines.map((line) => line.join('\t'));
  }
  ask(ask) {
    return ['ask', ask.day, ask.staff ?? '-', ask.terminal ? 1 : 0, ask.verb,
      this.number('statute', ask.statute), ask.alsoProgram ? 1 : 0, this.pairs(ask.pairs),
      ask.establishment ?? '-'].join('\t');
  }
}

/** Asks the program and the oracle the same; what they decided, and where they differ. */
async function compare(program, notice, batches) {
  const writer = new Writer(notice);
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const told = { requests: 0, reasons: new Map(), disagreements: 0, shown: [] };
  const waiting = [];  // batches of [decision, request] that the program has not answered yet
  const write = async () => {
    child.stdin.write(`${writer.names().join('\n')}\n`);
    for (const { policy, asks } of batches) {
      const lines = asks.map((ask) => writer.ask(ask));
      waiting.push(asks.map((ask, at) => {
        const decided = decide(notice, policy, ask);
        const reason = decided.allow ? 'allowed' : decided.reason;
        told.reasons.set(reason, (told.reasons.get(reason) ?? 0) + 1);
        return [answerLine(notice, writer.lists, decided), lines[at]];
      }).reverse());
      if (!child.stdin.write(`${[...writer.policy(policy), ...lines].join('\n')}\n`)) {
        await once(child.stdin, 'drain');
      }
    }
    child.stdin.end();
  };
  const read = async () => {
    for await (const answer of createInterface({ input: child.stdout })) {
      while (waiting[0]?.length === 0) waiting.shift();
      assert.ok(waiting.length > 0, `an answer that nobody asked for: ${answer}`);
      const [decided, line] = waiting[0].pop();
      told.requests += 1;
      if (answer === decided) continue;
      told.disagreements += 1;
      if (told.shown.length < shownDisagreements) {
        told.shown.push(`${line}\n  the program: ${answer}\n  the oracle:  ${decided}`);
      }
    }
  };
  await Promise.all([write(), read()]);
  const [status] = await ended;
  assert.equal(status, 0, 'policy_answers failed');
  assert.equal(waiting.reduce((count, batch) => count + batch.length, 0), 0, 'answers are missing');
  return told;
}

function tell(name, told) {
  console.log(`${name}: ${told.requests} requests, ${told.disagreements} disagreements`);
  for (const [reason, count] of [...told.reasons].sort()) console.log(`  ${reason} ${count}`);
  for (const each of told.shown) console.log(each);
}

async function agree(program, requests) {
  const notice = readNotice(folder);
  assert.deepEqual([notice.categories.length, notice.purposes.length, notice.pairs.length],
    [15, 37, 43]);
  const cells = await compare(program, notice, cellBatches(notice));
  tell('every cell', cells);
  const seed = Number(process.env.KENPO_SEED ?? 12);
  const random = await compare(program, notice, randomBatches(notice, requests, seed));
  tell(`random, seed ${seed}`, random);
  for (const reason of reasons) {
    assert.ok((random.reasons.get(reason) ?? 0) >= leastOfEachReason, `too little of ${reason}`);
  }
  assert.equal(cells.disagreements + random.disagreements, 0);
}

/** A test that cannot fail proves nothing: what one changed row does must be found. */
async function findChanges(program) {
  const inFile = (file, from, to) => (text, name) => {
    if (name !== file) return text;
    assert.ok(text.includes(from), `${file} has no ${from}`);
    return text.replace(from, to);
  };
  const changes = [
    ['a purpose less', inFile('notice.txt', '、福利厚生の提供', '')],
    ['another purpose in a row', inFile('notice.txt', '利用者の管理、', '保険料の徴収、')],
    ['a pair more for a role', inFile('roles.tsv', '分析担当\t17', '分析担当\t16 17')],
  ];
  for (const [name, change] of changes) {
    const notice = readNotice(folder, change);
    const told = await compare(program, notice, cellBatches(notice));
    console.log(`${name}: ${told.disagreements} disagreements`);
    assert.ok(told.disagreements > 0, `${name} was not found`);
  }
}

const [program, second] = process.argv.slice(2);
assert.ok(program, 'usage: policy_oracle.mjs policy_answers [requests | --changed]');
if (second === '--changed') await findChanges(program);
else await agree(program, Number(second ?? 1_000_000));
