/**
 * Whoever has no account can add rows, by /login and by /callback: there is an
 * end to it.
 */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Browser } from './browser.ts';
import { acorn, moveClock } from './stage.ts';

const { database } = await import('../src/storage/database.ts');
const { start } = await import('../src/start.ts');

const tables = ['login_attempts', 'problems'] as const;

beforeEach(() => {
  acorn.reset();
  for (const table of tables) database().$client.exec(`delete from ${table}`);
});

function rows(table: string): number {
  const row = database().$client.prepare(`select count(*) as n from ${table}`).get();
  return (row as { n: number }).n;
}

test('one browser has twenty rows of each, the newest', async () => {
  const ada = new Browser();
  const stranger = new Browser();
  await stranger.begin();
  let asked = await ada.begin();
  let problem = await ada.get('/callback?error=access_denied');
  for (let more = 0; more < 25; more++) {
    asked = await ada.begin();
    problem = await ada.get('/callback?error=access_denied');
  }
  assert.equal(rows('login_attempts'), 20 + 1);
  assert.equal(rows('problems'), 20);
  assert.ok(await ada.problem(problem));
  await ada.finish(asked);
  assert.ok(await ada.session());
});

test('all browsers together have ten thousand of each: the oldest go', async () => {
  const numbers =
    'with recursive n(i) as (select 1 union all select i + 1 from n where i < 12000)';
  database().$client.exec(
    `${numbers} insert into problems select 'p' || i, 'b' || i, '{}', 9e15 from n;
     ${numbers} insert into login_attempts select 's' || i, 'b' || i, '', '', '', '', 9e15, null from n;`,
  );
  const ada = new Browser();
  const asked = await ada.begin();
  const problem = await ada.get('/callback?error=access_denied');
  for (const table of tables) assert.equal(rows(table), 10_000, table);
  assert.ok(await ada.problem(problem));
  await ada.finish(asked);
  assert.ok(await ada.session());
});

test('what is an hour old is removed, with nobody asking', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  await start();
  const ada = new Browser();
  await ada.begin();
  await ada.get('/callback?error=access_denied');
  moveClock(3500);
  t.mock.timers.tick(60_000);
  for (const table of tables) assert.equal(rows(table), 1, table);
  moveClock(3601);
  t.mock.timers.tick(60_000);
  for (const table of tables) assert.equal(rows(table), 0, table);
});
