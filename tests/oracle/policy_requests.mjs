// The requests that the program and the oracle decide: every cell under every condition, and
// random ones in which each condition fails often enough to be seen, and seldom enough to see the
// others.
import { statutes } from './policy.mjs';

const today = '2026-11-23';
const days = ['2024-02-29', '2026-03-31', '2026-11-22', today, '2026-11-24', '2027-04-01',
  '2031-12-31'];
const id = (letter, number) => letter.repeat(8) + String(number).padStart(8, '0');
const establishments = [0, 1, 2, 3].map((number) => id('E', number));

const usualPolicy = (notice) => ({
  version: 1, responsible: true, terminals: false, inForce: new Set(notice.pairs),
  carriedRoles: true, roles: notice.roles, handlers: new Map(),
});
const usualHandler = (role) => ({
  locked: false, undertaking: days[0], trained: days[6],
  roles: role === null ? [] : [{ role, from: days[0], to: null }], establishments: [],
});
const usualAsk = (pairs) => ({
  day: today, staff: id('A', 0), terminal: true, verb: 'read', statute: 'none',
  alsoProgram: false, pairs, establishment: null,
});

/** One thing other than usual. */
const conditions = [
  () => {},
  ({ handler }) => { handler.locked = true; },
  ({ handler }) => { handler.undertaking = null; },
  ({ handler }) => { handler.undertaking = days[4]; },
  ({ handler }) => { handler.undertaking = today; },
  ({ handler }) => { handler.trained = null; },
  ({ handler }) => { handler.trained = days[2]; },
  ({ handler }) => { handler.trained = today; },
  ({ handler }) => { for (const held of handler.roles) held.from = days[4]; },
  ({ handler }) => { for (const held of handler.roles) held.to = days[2]; },
  ({ handler }) => { for (const held of handler.roles) held.from = held.to = today; },
  ({ policy }) => { policy.responsible = false; },
  ({ policy }) => { policy.version = 0; },
  ({ policy }) => { policy.inForce.clear(); },
  ({ policy }) => { policy.terminals = true; },
  ({ policy, ask }) => { policy.terminals = true; ask.terminal = false; },
  ({ handler, ask }) => {
    handler.establishments = [establishments[1]];
    ask.establishment = establishments[0];
  },
  ({ handler, ask }) => {
    handler.establishments = [establishments[0], establishments[1]];
    ask.establishment = establishments[0];
  },
  ({ policy }) => { policy.handlers.clear(); },
  ({ ask }) => { ask.verb = 'write'; },
  ({ ask }) => { ask.verb = 'provide'; },
  ({ ask }) => { ask.verb = 'erase'; },
  ({ ask }) => { ask.alsoProgram = true; },
  ({ ask }) => { ask.staff = null; },
  ({ ask }) => { ask.staff = null; ask.alsoProgram = true; },
];

/** Every cell and every statute, as `usual` asks. */
function everyAsk(notice, usual) {
  const cells = notice.categories.flatMap((category) =>
    notice.purposes.map((purpose) => ({ ...usual, pairs: [`${category}.${purpose}`] })));
  return [...cells, ...[...statutes.keys()].map((statute) => ({ ...usual, statute }))];
}

/** Every cell for every role, and for who has none, under every condition and without each row. */
export function* cellBatches(notice) {
  for (const role of [...notice.roles.keys(), null]) {
    for (const condition of conditions) {
      const policy = usualPolicy(notice);
      const handler = usualHandler(role);
      const ask = usualAsk([]);
      policy.handlers.set(ask.staff, handler);
      condition({ policy, handler, ask });
      yield { policy, asks: everyAsk(notice, ask) };
    }
    for (const withdrawn of notice.pairs) {
      const policy = usualPolicy(notice);
      policy.inForce.delete(withdrawn);
      policy.handlers.set(usualAsk([]).staff, usualHandler(role));
      yield { policy, asks: notice.pairs.map((pair) => usualAsk([pair])) };
    }
  }
}

/** The same numbers for the same seed (xorshift of 32 bits). */
function drawing(seed) {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  const below = (limit) => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return Math.floor((state / 4294967296) * limit);
  };
  return { below, one: (list) => list[below(list.length)], chance: (of) => below(of) === 0 };
}

function randomHandler(draw, roles) {
  const held = [];
  for (let count = draw.below(5); count > 0; count -= 1) {
    const [from, to] = [draw.one(days), draw.one(days)].sort();
    held.push({ role: draw.one(roles), from, to: draw.chance(2) ? null : to });
  }
  return {
    locked: draw.chance(12),
    undertaking: draw.chance(12) ? null : draw.one(days.slice(0, 5)),
    trained: draw.chance(12) ? null : draw.one(days.slice(2)),
    roles: held,
    establishments: draw.chance(2) ? [] : establishments.filter(() => draw.chance(2)),
  };
}

function randomPolicy(draw, notice) {
  const policy = usualPolicy(notice);
  policy.responsible = !draw.chance(12);
  policy.version = draw.chance(12) ? 0 : 1 + draw.below(9);
  policy.terminals = draw.chance(2);
  const withdrawn = draw.one([0, 0, 1, 3, 20]);
  for (let count = withdrawn; count > 0; count -= 1) policy.inForce.delete(draw.one(notice.pairs));
  if (draw.chance(2)) {
    policy.carriedRoles = false;
    policy.roles = new Map([...notice.roles.keys()].map((role) =>
      [role, new Set(notice.pairs.filter(() => draw.chance(2)))]));
  }
  for (let number = 0; number < 16; number += 1) {
    policy.handlers.set(id('A', number), randomHandler(draw, [...notice.roles.keys()]));
  }
  return policy;
}

/** Pairs that an operation might list: mostly published ones that a role has together. */
function randomPairs(draw, notice, policy) {
  const pool = draw.chance(3) ? notice.pairs : [...draw.one([...policy.roles.values()])];
  const pairs = [];
  for (let count = 1 + draw.below(draw.one([1, 2, 3, 8])); count > 0; count -= 1) {
    if (draw.chance(25)) pairs.push(`${draw.one(notice.categories)}.${draw.one(notice.purposes)}`);
    else pairs.push(draw.one(pool.length > 0 ? pool : notice.pairs));
  }
  return pairs;
}

function randomAsk(draw, notice, policy) {
  const statute = draw.chance(4) ? draw.one([...statutes.keys()]) : 'none';
  const pairs = (statute === 'none') !== draw.chance(100) ? randomPairs(draw, notice, policy) : [];
  return {
    day: draw.one(days),
    staff: draw.chance(12) ? null : id('A', draw.below(draw.chance(12) ? 99 : 16)),
    terminal: draw.chance(2),
    verb: draw.one(['read', 'write', 'provide', 'erase']),
    statute,
    alsoProgram: draw.chance(2),
    pairs,
    establishment: draw.chance(2) ? draw.one(establishments) : null,
  };
}

export function* randomBatches(notice, requests, seed) {
  const asksOfOnePolicy = 250;
  const draw = drawing(seed);
  for (let left = requests; left > 0; left -= asksOfOnePolicy) {
    const policy = randomPolicy(draw, notice);
    const asks = [];
    for (let count = Math.min(left, asksOfOnePolicy); count > 0; count -= 1) {
      asks.push(randomAsk(draw, notice, policy));
    }
    yield { policy, asks };
  }
}
