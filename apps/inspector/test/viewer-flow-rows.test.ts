import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOfFlow } from '../src/viewer/diagram/flow-rows.ts';
import { exchange, pending } from './viewer-exchanges.ts';

/** The client asks for a token while it is asked for a page. */
const page = exchange(1, { startedAt: 100, finishedAt: 200 });
const token = exchange(2, {
  from: 'client',
  to: 'authorization-server',
  cause: 1,
  startedAt: 120,
  finishedAt: 150,
});

const keys = (rows: { key: string }[]) => rows.map(({ key }) => key);

test('a request stands where it came, and its answer where that came', () => {
  const rows = rowsOfFlow([page, token], []);
  assert.deepEqual(keys(rows), ['1-request', '2-request', '2-response', '1-response']);
  assert.deepEqual(
    rows.map(({ number }) => number),
    [1, 2, 3, 4],
  );
});

test('a role is busy from the request that it got until it has answered', () => {
  const busy = rowsOfFlow([page, token], []).map(({ busyBefore, busyAfter }) => [
    busyBefore,
    busyAfter,
  ]);
  assert.deepEqual(busy, [
    [[], ['client']],
    [['client'], ['client', 'authorization-server']],
    [['client', 'authorization-server'], ['client']],
    [['client'], []],
  ]);
});

test('within one millisecond, whoever was asked answers first', () => {
  const asked = exchange(1, { startedAt: 100, finishedAt: 100 });
  const api = exchange(2, { cause: 1, startedAt: 100, finishedAt: 100 });
  assert.deepEqual(keys(rowsOfFlow([asked, api], [])), [
    '1-request',
    '2-request',
    '2-response',
    '1-response',
  ]);
});

test('requests that run side by side keep their order', () => {
  const first = exchange(1, { startedAt: 100, finishedAt: 300 });
  const second = exchange(2, { startedAt: 110, finishedAt: 200 });
  const third = exchange(3, { startedAt: 250, finishedAt: 260 });
  assert.deepEqual(keys(rowsOfFlow([first, second, third], [])), [
    '1-request',
    '2-request',
    '2-response',
    '3-request',
    '3-response',
    '1-response',
  ]);
});

test('a request without an answer is one row, until something comes back', () => {
  assert.deepEqual(keys(rowsOfFlow([pending(1)], [])), ['1-request']);
  assert.deepEqual(keys(rowsOfFlow([pending(1, { failure: 'It is down.' })], [])), [
    '1-request',
    '1-response',
  ]);
});

test('what failed has its place where it failed, not at the end', () => {
  const down = pending(1, { failure: 'It is down.' });
  assert.deepEqual(keys(rowsOfFlow([down, exchange(2)], [])), [
    '1-request',
    '1-response',
    '2-request',
    '2-response',
  ]);
});

test('what is held says so, on its own half', () => {
  const rows = rowsOfFlow([pending(1)], [{ exchange: 1, side: 'request' }]);
  assert.deepEqual(
    rows.map(({ held }) => held),
    [true],
  );
  const { finishedAt, ...answered } = exchange(1);
  const back = rowsOfFlow([answered], [{ exchange: 1, side: 'response' }]);
  assert.deepEqual(
    back.map(({ held }) => held),
    [false, true],
  );
});

test('noise has no number and takes none away', () => {
  const rows = rowsOfFlow([exchange(1, { noise: true }), exchange(2)], []);
  assert.deepEqual(
    rows.map(({ number }) => number),
    [undefined, undefined, 1, 2],
  );
});
