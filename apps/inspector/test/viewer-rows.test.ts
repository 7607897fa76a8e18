import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange, Flow, Held } from '../src/recording/exchange.ts';
import { createRowMaker, type Filter } from '../src/viewer/diagram/rows.ts';
import { exchange } from './viewer-exchanges.ts';

const everything: Filter = { text: '', noise: false };
const flows: Flow[] = [
  { id: 1, kind: 'sign-in', name: "Ada's sign-in" },
  { id: 2, kind: 'worker', name: "Nightly's run" },
];
const token = {
  from: 'worker',
  to: 'authorization-server',
  flow: 2,
  request: {
    method: 'POST',
    target: '/token',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: { text: 'grant_type=client_credentials', encoding: 'utf-8', size: 29 },
  },
} satisfies Partial<Exchange>;
const exchanges = [exchange(1), exchange(2, token), exchange(3)];

function keysOf(
  filter: Partial<Filter> = {},
  folded: number[] = [],
  held: Held[] = [],
): string[] {
  const { rows } = createRowMaker()(
    { exchanges, flows, held },
    { ...everything, ...filter },
    new Set(folded),
  );
  return rows.map(({ key }) => key);
}

test('messages stand under their flow, however they were interleaved', () => {
  assert.deepEqual(keysOf(), [
    'flow-1',
    '1-request',
    '1-response',
    '3-request',
    '3-response',
    'flow-2',
    '2-request',
    '2-response',
  ]);
});

test('of a folded flow only its bar is left', () => {
  assert.deepEqual(keysOf({}, [1]), ['flow-1', 'flow-2', '2-request', '2-response']);
});

test('a filter leaves flows out in which nothing is left', () => {
  assert.deepEqual(keysOf({ flow: 2 }), ['flow-2', '2-request', '2-response']);
  assert.deepEqual(keysOf({ party: 'worker' }), ['flow-2', '2-request', '2-response']);
  assert.deepEqual(keysOf({ kind: 'client-credentials-request' }), [
    'flow-2',
    '2-request',
  ]);
});

test('text is searched in the whole message, in any case', () => {
  assert.deepEqual(keysOf({ text: 'CLIENT_credentials' }), ['flow-2', '2-request']);
  assert.deepEqual(keysOf({ text: 'nowhere to be found' }), []);
});

test('a filter does not number the messages anew', () => {
  const { messages } = createRowMaker()(
    { exchanges, flows, held: [] },
    { ...everything, text: '200' },
    new Set(),
  );
  assert.deepEqual(
    messages.map(({ number }) => number),
    [2, 4, 2],
  );
});

test('noise is shown only when asked for', () => {
  const all = [exchange(1), exchange(2, { noise: true })];
  const count = (noise: boolean) =>
    createRowMaker()(
      { exchanges: all, flows, held: [] },
      { ...everything, noise },
      new Set(),
    ).messages.length;
  assert.equal(count(false), 2);
  assert.equal(count(true), 4);
});

test('the newest message is what happened last, in whichever flow', () => {
  const late = [exchange(1, { finishedAt: 900 }), exchange(2, token)];
  const { newest } = createRowMaker()(
    { exchanges: late, flows, held: [] },
    everything,
    new Set(),
  );
  assert.equal(newest?.key, '1-response');
});

test('a flow in which nothing changed keeps its rows', () => {
  const make = createRowMaker();
  const nobody = { flows, held: [] };
  const before = make({ exchanges, ...nobody }, everything, new Set());
  const more = [...exchanges, exchange(4)];
  const after = make({ exchanges: more, ...nobody }, everything, new Set());
  assert.equal(after.messages.at(-1), before.messages.at(-1));
  assert.notEqual(after.messages[0], before.messages[0]);
});
