import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleName } from '../src/recording/exchange.ts';
import { applyChanges, fromRecording, nothingYet } from '../src/viewer/viewed.ts';
import { exchange, pending } from './viewer-exchanges.ts';

const origins = {} as Record<RoleName, string>;
const fresh = nothingYet({ run: 'one', origins, people: [] });

test('an exchange that comes again takes the place of what was known of it', () => {
  const viewed = applyChanges(fresh, [
    { type: 'exchange', exchange: pending(1) },
    { type: 'exchange', exchange: exchange(2) },
    { type: 'exchange', exchange: exchange(1) },
  ]);
  assert.deepEqual(
    viewed.exchanges.map(({ id, response }) => [id, response?.status]),
    [
      [1, 200],
      [2, 200],
    ],
  );
  assert.equal(viewed.byId.get(1), viewed.exchanges[0]);
});

test('what was shown before is not changed, so React sees the difference', () => {
  const before = applyChanges(fresh, [{ type: 'exchange', exchange: exchange(1) }]);
  applyChanges(before, [{ type: 'exchange', exchange: exchange(2) }]);
  assert.equal(before.byId.size, 1);
  const { exchanges } = applyChanges(before, [{ type: 'connected', connected: true }]);
  assert.equal(exchanges, before.exchanges);
});

test('a cleared recording begins anew, under the name of the new run', () => {
  const viewed = applyChanges(fresh, [
    { type: 'exchange', exchange: exchange(1) },
    { type: 'cleared', run: 'two' },
    { type: 'exchange', exchange: exchange(1) },
  ]);
  assert.equal(viewed.exchanges.length, 1);
  assert.equal(viewed.state.run, 'two');
  assert.equal(viewed.setup.run, 'two');
});

test('what the inspector keeps no more is not kept here either', () => {
  const viewed = applyChanges(fresh, [
    { type: 'exchange', exchange: exchange(1) },
    { type: 'exchange', exchange: exchange(2) },
    { type: 'state', state: { ...fresh.state, oldest: 2 } },
  ]);
  assert.deepEqual([...viewed.byId.keys()], [2]);
});

test('a recording from a file is in order, and nobody is behind it', () => {
  const viewed = fromRecording({
    run: 'saved',
    origins,
    exchanges: [exchange(2), exchange(1)],
    flows: [{ id: 1, kind: 'visit', name: 'A visit' }],
    masked: true,
  });
  assert.equal(viewed.mode, 'file');
  assert.deepEqual(
    viewed.exchanges.map(({ id }) => id),
    [1, 2],
  );
  assert.equal(viewed.state.flows.length, 1);
});
