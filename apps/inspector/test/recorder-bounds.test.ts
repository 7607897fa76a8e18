import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedWorld } from './recorded-world.ts';
import { openViewer, recorded } from './told-viewer.ts';

const call = {
  from: 'worker',
  to: 'resource-server',
  line: 'GET /business/contacts',
} as const;
const bounds = (exchanges: number) => ({ exchanges, weight: 1e9 });

test('too many exchanges: the oldest go, and the state says which is left', (t) => {
  const world = recordedWorld(t, bounds(10));
  for (let count = 0; count < 25; count++) world.exchange(call);
  assert.equal(recorded(world).length, 10);
  assert.equal(world.recording.state().oldest, 16);
  assert.equal(world.recording.exchange(15), undefined);
});

test('whoever missed what is no longer kept begins anew', (t) => {
  const world = recordedWorld(t, bounds(10));
  world.exchange(call);
  const viewer = openViewer(world);
  viewer.loseConnection();
  for (let count = 0; count < 25; count++) world.exchange(call);
  assert.equal(viewer.connect()[0]?.type, 'cleared');
  assert.deepEqual(viewer.shown(), recorded(world));
});

test('too much in the bodies: the oldest go', (t) => {
  const world = recordedWorld(t, { exchanges: 1000, weight: 1_000_000 });
  for (let count = 0; count < 20; count++) {
    world.exchange(call, { body: 'x'.repeat(100_000) });
  }
  assert.equal(recorded(world).length, 9);
});

test('what is still held stays, however old it is', async (t) => {
  const world = recordedWorld(t, bounds(10));
  world.recording.step({ breakpoints: ['client-credentials-request'] });
  const form = { grant_type: 'client_credentials' };
  const line = 'POST /token';
  const held = world.send({ from: 'worker', to: 'authorization-server', line, form });
  for (let count = 0; count < 25; count++) world.exchange(call);
  assert.equal(held.now().id, 1);
  world.recording.next();
  await held.sentOn;
  held.answer();
  world.exchange(call);
  assert.equal(world.recording.exchange(1), undefined);
});

test('a viewer that only listens drops what is no longer kept', (t) => {
  const world = recordedWorld(t, bounds(10));
  const viewer = openViewer(world);
  for (let count = 0; count < 50; count++) world.exchange(call);
  assert.deepEqual(viewer.shown(), recorded(world));
});
