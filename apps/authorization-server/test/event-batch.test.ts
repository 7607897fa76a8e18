/**
 * How security events that are many come to be written: few commits, and no
 * more rows for a million refusals than for one.
 */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { eventBatch } from '../src/storage/event-batch.ts';
import type { NewSecurityEvent } from '../src/storage/security-events.ts';

const issued = (jti: string): NewSecurityEvent => ({
  ...{ at: 1, event: 'token_issued', clientId: 'machine', subject: 'machine', jti },
  ...{ owner: null, rule: null, details: {}, count: 1, traceId: null },
});

const refused = (rule: string, at = 1): NewSecurityEvent => ({
  ...issued(''),
  ...{ at, event: 'request_refused', jti: null, rule },
});

/** A batch on a clock of the test's; `commits` is what was written, each commit by itself. */
function batchOf(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.mock.method(console, 'error', () => {});
  const commits: NewSecurityEvent[][] = [];
  const disk = { full: false };
  const batch = eventBatch((events) => {
    if (disk.full) throw new Error('database or disk is full');
    commits.push(structuredClone(events));
  });
  const counts = () => commits.flat().map(({ rule, count }) => [rule, count]);
  return { batch, commits, counts, disk, tick: (ms: number) => t.mock.timers.tick(ms) };
}

test('what was issued is written a quarter of a second later, in one commit', (t) => {
  const { batch, commits, tick } = batchOf(t);
  for (let i = 0; i < 150; i++) batch.add(issued(`token ${i}`));
  tick(249);
  assert.equal(commits.length, 0);
  tick(1);
  assert.deepEqual(
    commits.map((each) => each.length),
    [150],
  );
});

test('two hundred do not wait', (t) => {
  const { batch, commits } = batchOf(t);
  for (let i = 0; i < 399; i++) batch.add(issued(`token ${i}`));
  assert.deepEqual(
    commits.map((each) => each.length),
    [200],
  );
});

test('what was counted is written before what happened after it', (t) => {
  const { batch, counts, tick } = batchOf(t);
  batch.count(refused('client-known'));
  tick(250);
  batch.count(refused('client-known', 2));
  batch.writeAtOnce(refused('the change', 3));
  assert.deepEqual(counts(), [
    ['client-known', 1],
    ['client-known', 1],
    ['the change', 1],
  ]);
});

test('the same refusal is one row with a count, and one more for each minute', (t) => {
  const { batch, counts, tick } = batchOf(t);
  for (let i = 0; i < 1000; i++) batch.count(refused('client-known'));
  batch.count(refused('token-sent'));
  tick(250);
  const first = [
    ['client-known', 1000],
    ['token-sent', 1],
  ];
  assert.deepEqual(counts(), first);
  for (let second = 0; second < 50; second++) {
    batch.count(refused('client-known', second));
    tick(1000);
  }
  assert.deepEqual(counts(), first);
  tick(10_000);
  assert.deepEqual(counts(), [...first, ['client-known', 50]]);
  batch.count(refused('client-known'));
  tick(250);
  assert.deepEqual(counts().at(-1), ['client-known', 1]);
});

test('a change is written at once, after what was waiting', (t) => {
  const { batch, commits } = batchOf(t);
  batch.add(issued('before'));
  batch.count(refused('client-known'));
  batch.writeAtOnce({ ...issued('it'), event: 'token_revoked' });
  assert.deepEqual(
    commits.map((each) => each.map(({ event }) => event)),
    [['token_issued', 'request_refused', 'token_revoked']],
  );
});

test('what is asked to be written is all there, counts included, and once', (t) => {
  const { batch, counts, tick } = batchOf(t);
  batch.count(refused('client-known'));
  tick(250);
  batch.count(refused('client-known'));
  batch.writeAll();
  batch.writeAll();
  assert.deepEqual(counts(), [
    ['client-known', 1],
    ['client-known', 1],
  ]);
});

test('a full disk loses nothing while there is room in memory, which has an end', (t) => {
  const { batch, commits, disk, tick } = batchOf(t);
  disk.full = true;
  for (let i = 0; i < 10_001; i++) batch.add(issued(`token ${i}`));
  tick(250);
  assert.throws(() => batch.writeAtOnce(issued('last')), /disk is full/);
  disk.full = false;
  tick(250);
  const names = commits.flat().map(({ jti }) => jti);
  assert.equal(names[0], 'token 1');
  assert.deepEqual(names.slice(-2), ['token 10000', 'last']);
});
