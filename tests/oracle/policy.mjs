// The policy once more, from the published words, in another language: it shares no code with the
// program and reads neither its sources nor its identifiers' numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rowsOf = (text) => text.split('\n')
  .filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));

/** The table of section 1: [wording of the category, wording of the purpose] in its order. */
export function publishedCells(text) {
  const cells = [];
  let inTable = false;
  for (const line of text.split('\n')) {
    const [category, purposes, ...more] = line.split('\t');
    if (category === '個人情報の類型') { inTable = true; continue; }
    if (!inTable) continue;
    if (purposes === undefined || more.length > 0) break;
    for (const purpose of purposes.split('、')) cells.push([category, purpose]);
  }
  return cells;
}

/** What the society publishes and how it divides the work, by identifiers. */
export function readNotice(folder, change = (text) => text) {
  const read = (name) => change(readFileSync(join(folder, name), 'utf8'), name);
  const worded = rowsOf(read('identifiers.tsv')).slice(1);
  const identifier = (kind, wording) => {
    const found = worded.filter((row) => row[0] === kind && row[2] === wording);
    if (found.length !== 1) throw new Error(`no identifier for ${wording}`);
    return found[0][1];
  };
  const pairs = publishedCells(read('notice.txt')).map(([category, purpose]) =>
    `${identifier('category', category)}.${identifier('purpose', purpose)}`);
  const roles = new Map(rowsOf(read('roles.tsv')).slice(1).map(([role, , numbers]) =>
    [role, new Set(numbers.split(' ').filter((word) => word !== '')
      .map((number) => pairs[Number(number) - 1]))]));
  const named = (kind) => worded.filter((row) => row[0] === kind).map((row) => row[1]);
  return { categories: named('category'), purposes: named('purpose'), pairs, roles };
}

const everybody = null;
const director = ['executive_director', 'responsible_person'];
const desk = ['general_affairs_clerk', ...director];
/** Whose an operation is that rests on a statute; APPI is 個人情報保護法. */
export const statutes = new Map([
  ['none', []],
  ['no_personal_data', everybody],
  ['audit_by_inspector', ['auditor']],  // APPI 23, 健康保険法22(4)
  ['own_access_history', ['responsible_person']],  // APPI 32, 33
  ['supervision_of_handlers', ['responsible_person', 'auditor']],  // APPI 24
  ['security_control', ['system_operator', 'responsible_person']],  // APPI 23
  ['request_of_person', desk],  // APPI 37
  ['answer_to_person', director],  // APPI 32 to 36
  ['emergency_response', director],  // APPI 23, 24
  ['breach_report', director],  // APPI 26
  ['complaint_handling', desk],  // APPI 40
  ['own_duty', everybody],  // APPI 24
  ['joint_decision', everybody],  // APPI 23
  ['purpose_publication', director],  // APPI 17(2), 21
  ['physical_safeguards', ['general_affairs_clerk', 'system_operator', 'responsible_person']],
]);

/** What the auditor may read of them besides, and change nothing of (健康保険法22条4項). */
function readByAuditor(ask) {
  if (ask.verb !== 'read') return false;
  // Registers of the safety measures: what the program also runs by itself is none of them.
  if (ask.statute === 'security_control') return !ask.alsoProgram;
  return ask.statute === 'purpose_publication' || ask.statute === 'physical_safeguards';
}

/** Opened at registered terminals only: notice section 2, 持ち込む機器等の制限. */
const sensitive = new Set(['medical_claim', 'health_checkup', 'health_guidance',
  'physician_inquiry', 'member_income', 'dependent_household', 'third_party_act']);

const allow = (roles) => ({ allow: true, roles });
const refuse = (reason, missing = []) => ({ allow: false, reason, missing });

/** The roles held on the day; days are written so that their text sorts as they do. */
function rolesHeld(handler, day) {
  return new Set(handler.roles
    .filter((held) => held.from <= day && (held.to === null || day <= held.to))
    .map((held) => held.role));
}

function decideByNotice(notice, policy, pairs) {
  if (!policy.responsible) return refuse('no_responsible_person');
  if (policy.version === 0) return refuse('no_notice');
  const missing = notice.pairs.filter((pair) => pairs.has(pair) && !policy.inForce.has(pair));
  return missing.length > 0 ? refuse('not_in_force', missing) : allow([]);
}

function decideForProgram(notice, policy, ask, pairs) {
  if (!ask.alsoProgram) return refuse('not_for_program');
  return ask.statute === 'none' ? decideByNotice(notice, policy, pairs) : allow([]);
}

function decideForHandler(notice, policy, ask, pairs) {
  const handler = policy.handlers.get(ask.staff);
  if (!handler) return refuse('not_a_handler');
  if (handler.locked) return refuse('locked');
  const held = rolesHeld(handler, ask.day);
  if (ask.statute === 'own_duty') return allow([...held]);
  const { undertaking, trained } = handler;
  if (undertaking === null || undertaking > ask.day) return refuse('no_undertaking');
  if (trained === null || trained < ask.day) return refuse('not_trained');
  if (ask.statute !== 'none') {
    const named = statutes.get(ask.statute);
    const fitting = [...held].filter((role) => named === everybody || named.includes(role)
      || (role === 'auditor' && readByAuditor(ask)));
    return fitting.length > 0 ? allow(fitting) : refuse('statute_not_for_role');
  }
  const byNotice = decideByNotice(notice, policy, pairs);
  if (!byNotice.allow) return byNotice;
  const missing = notice.pairs.filter((pair) => pairs.has(pair)
    && ![...held].some((role) => policy.roles.get(role).has(pair)));
  return missing.length > 0 ? refuse('no_role', missing) : allow([...held]);
}

/** Whether the request is granted, under which roles, or why not and for want of which pairs. */
export function decide(notice, policy, ask) {
  const unpublished = ask.pairs.some((pair) => !notice.pairs.includes(pair));
  if (unpublished || (ask.pairs.length > 0) !== (ask.statute === 'none')) {
    return refuse('unpublished');
  }
  const pairs = new Set(ask.pairs);
  if (ask.staff === null) return decideForProgram(notice, policy, ask, pairs);
  const decided = decideForHandler(notice, policy, ask, pairs);
  if (!decided.allow) return decided;
  if (policy.terminals && !ask.terminal
    && ask.pairs.some((pair) => sensitive.has(pair.split('.')[0]))) return refuse('no_terminal');
  if (ask.establishment !== null) {
    const range = policy.handlers.get(ask.staff).establishments;
    if (range.length > 0 && !range.includes(ask.establishment)) return refuse('out_of_scope');
  }
  return decided;
}
