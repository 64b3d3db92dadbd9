// A day in the office in a real browser: every page of every user, refusals, keys, a purpose that
// is withdrawn. Exit status 0: all held; 77: left out, with the reason; anything else: a fault.
//   KENPO              the program (build/kenpo)
//   KENPO_CHROMIUM     the browser (/usr/bin/chromium)
//   KENPO_LATER_CLOCK  what puts the program's clock ahead (build/libkenpo_later_clock.so)
//   KENPO_SCREENSHOTS  1: pictures of the manual are taken anew
//   KENPO_LANE         1/2: the first of two societies that share the chapters between them
//   KENPO_CHAPTERS     files of chapters with commas between, without their ending: work,roles
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const leftOut = 77;
const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
function leaveOut(reason) {
  console.log(`the browser test is left out: ${reason}`);
  process.exit(leftOut);
}
if (!existsSync(join(top, 'node_modules', 'playwright-core'))) {
  leaveOut('node_modules/playwright-core is missing (make setup)');
}
if (!existsSync(process.env.KENPO_CHROMIUM ?? '/usr/bin/chromium')) {
  leaveOut('chromium is missing');
}

const { openBrowser } = await import('./desk.mjs');
const { missing, openSociety } = await import('./society.mjs');
if (missing() !== '') leaveOut(missing());

const chapters = [
  ['sign-in is refused and granted', './chapters/sign_in.mjs'],
  ['every page of the clerk', './chapters/clerk.mjs'],
  ['a month is released, its figures, and closed', './chapters/month_close.mjs'],
  ['a work item through its states, and two look-alikes', './chapters/work.mjs'],
  ['notifications typed in, decided and taken back', './chapters/eligibility.mjs'],
  ['files are taken in and refused', './chapters/files.mjs'],
  ['keys alone', './chapters/keys.mjs'],
  ['the navigation, flat and in groups', './chapters/navigation.mjs'],
  ['the other users, and what they are refused', './chapters/roles.mjs'],
  ['the first password, and a screen left alone', './chapters/first_password.mjs'],
  ['areas, terminals, devices, the carrying log', './chapters/registers.mjs'],
  ['what leaves the office', './chapters/exports.mjs'],
  ['signs of a breach, self-inspection, reviews, the auditor', './chapters/watch.mjs'],
  ['what was changed behind the program', './chapters/changed.mjs'],
  ['complaints, by the public form and by telephone', './chapters/complaints.mjs'],
  ['a breach, its reports and its letters', './chapters/incidents.mjs'],
  ['a person asks for their data', './chapters/requests.mjs'],
  ['the life of the notice, by two people', './chapters/notice_life.mjs'],
  ['the assembly: members, a meeting, an election', './chapters/assembly.mjs'],
  ['an election from its candidates to the erasure of the ballots', './chapters/elections.mjs'],
  ['standard remuneration, corrections of past facts, letters', './chapters/remuneration.mjs'],
  ['people and their rights', './chapters/staff.mjs'],
  ['certificates: applications, a print run, a loss', './chapters/certificates.mjs'],
  ['after the levy: receipts, refunds, leaves, a trial of rates', './chapters/collection.mjs'],
  ['benefits: rules, a calculation, a decision, the bank', './chapters/benefits.mjs'],
  ['medical cost notices: a person, a run, an answer', './chapters/cost_notices.mjs'],
  ['receipts of every kind, content checks, treatment after the loss',
    './chapters/claim_review.mjs'],
  ['analysis of medical costs, on pseudonyms', './chapters/analysis.mjs'],
  ['the grant for high costs', './chapters/grants.mjs'],
  ['a purpose is withdrawn', './chapters/withdrawn.mjs'],
];

const wanted = (process.env.KENPO_CHAPTERS ?? '').split(',').filter((name) => name !== '');
const [lane, lanes] = (process.env.KENPO_LANE ?? '1/1').split('/').map(Number);
const told = chapters.filter(([, file], at) => (wanted.length === 0
  ? at % lanes === lane - 1 : wanted.some((name) => file.endsWith(`/${name}.mjs`))));

const society = await openSociety();
const browser = await openBrowser();
let failed = 0;
try {
  const office = { ...society, ...browser };
  for (const [name, file] of told) {
    const started = Date.now();
    try {
      await (await import(file)).default(office);
      console.log(`ok    ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}\n${error.stack}`);
      if (process.env.KENPO_FAILED_PICTURE) {
        await browser.page.screenshot({ path: process.env.KENPO_FAILED_PICTURE }).catch(() => {});
      }
    }
  }
  assert.equal(failed, 0, `${failed} chapters failed`);
} finally {
  await browser.close();
  await society.close();
}
