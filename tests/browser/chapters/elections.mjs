// An election in a society of its own, over three days of its clock: candidates, ballots handed out,
// two counts that first differ, the result, and the erasure when the appeal time is over.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, root, startProgram } from '../desk.mjs';
import { accountsOf, freePort, program, run } from '../society.mjs';
import { enter, firstLink, look } from '../walk.mjs';
import { fill, isRefused, send, succeeds } from './registers.mjs';

const laterClock = process.env.KENPO_LATER_CLOCK ?? join(root, 'build', 'libkenpo_later_clock.so');
const daySeconds = 86_400;
const appealDays = 14;  // law row assembly.election.appeal_days

function day(later = 0) {
  const japan = new Date(Date.now() + 9 * 3600 * 1000 + later * daySeconds * 1000);
  return japan.toISOString().slice(0, 10);
}

/** Serves the society so many days later for one part of the story. */
async function onDay(society, daysLater, part) {
  const port = await freePort();
  const address = `https://127.0.0.1:${port}`;
  const secondsLater = daysLater * daySeconds;
  const served = await startProgram(program,
    ['serve', '--data', society.data, '--port', String(port)], address,
    { LD_PRELOAD: laterClock, KENPO_LATER_SECONDS: String(secondsLater) });
  const browser = await openBrowser();
  try {
    for (const account of Object.values(society.accounts)) account.secondsLater = secondsLater;
    await part({ ...browser, address, accounts: society.accounts });
  } finally {
    await browser.close();
    await served.stop();
  }
}

/** 記号-番号 of three people who are insured in person. */
async function insured(office) {
  await enter(office, 'tekiyo');
  const page = await look(office, '/members?q=1');
  const rows = page.locator('tbody tr', { hasText: '本人' }).filter({ hasText: '加入中' });
  const members = [];
  for (const at of [0, 1, 2]) {
    members.push(await rows.nth(at).locator('a').first().getAttribute('href'));
  }
  const numbers = [];
  for (const member of members) {
    await look(office, `${member}/identifiers`);
    const cell = await page.locator('.identity div', { hasText: '記号・番号' }).locator('dd')
      .first().innerText();
    numbers.push(cell.split('-').slice(0, 2).map((part) => part.trim()).join('-'));
  }
  return numbers;
}

async function candidates(office, numbers) {
  await enter(office, 'joumu');
  let page = await look(office, '/assembly-members');
  await page.locator('summary', { hasText: '定数と任期を登録する' }).click();
  await fill(page, { charter_from: day(-30), written_vote: '規約により認める', fixed_number: '4',
    term_years: '3' });
  await send(page, '定数と任期を登録する');
  await succeeds(page, /定数と任期を登録しました/);
  page = await look(office, '/elections');
  await page.locator('summary', { hasText: '選挙を告示する' }).click();
  await fill(page, { seats: '1', announced_on: day(), roll_on: day(), candidacy_until: day(),
    polling_on: day(1), term_from: day(60) });
  await send(page, '選挙を告示する');
  await succeeds(page, /選挙を告示しました/);
  await send(page, '名簿を確定する');
  await succeeds(page, /選挙人名簿を確定しました/);
  for (const number of numbers.slice(0, 2)) {
    await fill(page, { number });
    await send(page, '立候補を登録する');
    await succeeds(page, /立候補を登録しました/);
  }
  await fill(page, { number: numbers[0] });
  await send(page, '立候補を登録する');
  await isRefused(page, /もう立候補しています/);
}

/** One person's count of the ballots. */
async function count(office, user, votes) {
  await enter(office, user);
  const list = await look(office, '/elections');
  const page = await look(office, await firstLink(list, /^\/elections\/./));
  await fill(page, { votes_1: String(votes[0]), votes_2: String(votes[1]), invalid: '0' });
  await send(page, '集計を記録する');
  return page;
}

async function ballots(office, numbers) {
  await enter(office, 'joumu');
  const list = await look(office, '/elections');
  const address = await firstLink(list, /^\/elections\/./);
  let page = await look(office, address);
  await fill(page, { voter: '999-999' });
  await send(page, '投票を記録する');
  await isRefused(page, /選挙人名簿にありません/);
  for (const voter of numbers) {
    await fill(page, { voter });
    await send(page, '投票を記録する');
    await succeeds(page, /投票を記録しました/);
  }
  await fill(page, { voter: numbers[0] });
  await send(page, '投票を記録する');
  await isRefused(page, /もう投票しています/);
  await look(office, address, { picture: 'election-ballots' });

  page = await count(office, 'joumu', [2, 9]);
  await isRefused(page, /票|投票/);
  page = await count(office, 'joumu', [2, 1]);
  await succeeds(page, /もう一人の集計を待ちます/);
  page = await count(office, 'shomu', [1, 2]);
  await succeeds(page, /合いません。二人とも数え直してください/);
  assert.match(await page.locator('main').innerText(), /開票の不一致/);
  assert.equal(await page.getByRole('button', { name: '当選を告示する' }).count(), 0);
  await count(office, 'joumu', [2, 1]);
  page = await count(office, 'shomu', [2, 1]);
  await succeeds(page, /二人の集計が合いました/);
  await send(page, '当選を告示する');
  await succeeds(page, /当選を告示し、議員の名簿に登録しました/);
  assert.match(await page.locator('main').innerText(), /当選/);
  assert.equal(await page.getByRole('button', { name: '名簿と票を消去する' }).count(), 0,
    'nothing is erased within the appeal time');
  await look(office, address, { picture: 'election-result' });
}

async function erasure(office) {
  await enter(office, 'joumu');
  const list = await look(office, '/elections');
  const address = await firstLink(list, /^\/elections\/./);
  const page = await look(office, address);
  await send(page, '名簿と票を消去する');
  await isRefused(page, /投票用紙の処分/);
  await fill(page, { destroyed: '細断。事務長が立ち会った。' });
  await send(page, '名簿と票を消去する');
  await succeeds(page, /選挙人名簿と票を消去しました/);
  assert.match(await page.locator('main').innerText(), /消去済み/);
  await look(office, address, { picture: 'election-erased' });
  await look(office, '/assembly-members');
  assert.match(await page.locator('main').innerText(), /互選/, 'who was elected stays a member');
}

export default async function elections(sample) {
  assert.ok(existsSync(laterClock), `${laterClock} is missing: build kenpo_later_clock`);
  const folder = join(sample.folder, 'election');
  mkdirSync(folder);
  const data = join(folder, 'data');
  const files = join(folder, 'files');
  run('init', data);
  run('make-society', files, '--members', '60', '--months', '1', '--seed', '11');
  run('intake', files, '--data', data);
  const society = { data, accounts: accountsOf(data) };
  let numbers = [];
  await onDay(society, 0, async (office) => {
    numbers = await insured(office);
    await candidates(office, numbers);
  });
  await onDay(society, 1, (office) => ballots(office, numbers));
  await onDay(society, 1 + appealDays + 1, erasure);
}
