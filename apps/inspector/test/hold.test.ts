import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, held, tokenRequest } from './held-world.ts';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser } from './signing-in.ts';

test('nothing is held before somebody asks for it', async (t) => {
  const world = recordedWorld(t);
  const sent = world.send(call);
  assert.equal(sent.mayHold, false);
  assert.equal(await sent.sentOn, undefined);
  assert.equal(await sent.answered(), undefined);
  assert.deepEqual(held(world), []);
});

test('step mode holds a message before the role, and again before its answer', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send(call);
  assert.equal(sent.mayHold, true);
  assert.deepEqual(held(world), ['1 request']);
  assert.equal(world.recording.next(), true);
  assert.equal(await sent.sentOn, undefined);
  assert.deepEqual(held(world), []);

  const goesBack = sent.answered();
  assert.deepEqual(held(world), ['1 response']);
  assert.equal(sent.now().response?.status, 200);
  assert.equal(sent.now().finishedAt, undefined);
  world.recording.next();
  assert.equal(await goesBack, undefined);
});

test('the oldest goes first; where nothing is held, nothing goes', (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  world.send(call);
  world.send(call);
  assert.deepEqual(held(world), ['1 request', '2 request']);
  world.recording.next();
  assert.deepEqual(held(world), ['2 request']);
  world.recording.next();
  assert.equal(world.recording.next(), false);
});

test('to run lets everything go, and nothing is held any more', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true, breakpoints: ['authorization-request'] });
  const both = [world.send(call), world.send(call)];
  world.recording.run();
  assert.deepEqual(await Promise.all(both.map(({ sentOn }) => sentOn)), [
    undefined,
    undefined,
  ]);
  const { on, breakpoints } = world.recording.state().step;
  assert.deepEqual([on, breakpoints], [false, ['authorization-request']]);
  assert.equal(await world.send(call).sentOn, undefined);
});

test('noise is never held', (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const style = openBrowser(world).open('client', 'GET /style.css');
  assert.equal(style.mayHold, false);
  assert.deepEqual(held(world), []);
});

test('only what people do is held, or only what the worker does', (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true, only: 'people' });
  world.send(call);
  assert.deepEqual(held(world), []);
  openBrowser(world).open('client', 'GET /login');
  assert.deepEqual(held(world), ['2 request']);
  world.recording.run();

  world.recording.step({ on: true, only: 'worker' });
  openBrowser(world).open('client', 'GET /');
  world.send({ ...call, from: 'curl' });
  assert.deepEqual(held(world), []);
  world.send(call);
  assert.deepEqual(held(world), ['5 request']);
});

test('a breakpoint holds the messages of its kind, and no other', (t) => {
  const world = recordedWorld(t);
  world.recording.step({ breakpoints: ['client-credentials-request'] });
  world.exchange(call);
  assert.deepEqual(held(world), []);
  world.send(tokenRequest);
  assert.deepEqual(held(world), ['2 request']);
});

test('a breakpoint on an answer holds the answer', (t) => {
  const world = recordedWorld(t);
  world.recording.step({ breakpoints: ['access-token-response'] });
  const sent = world.send(tokenRequest);
  assert.deepEqual(held(world), []);
  sent.answered({ json: { access_token: 'x', token_type: 'Bearer' } });
  assert.deepEqual(held(world), ['1 response']);
});

test('what was sent again is held in step mode, and by no breakpoint', (t) => {
  const world = recordedWorld(t);
  world.exchange(tokenRequest);
  world.recording.step({ breakpoints: ['client-credentials-request'] });
  world.recording.expectFrom(40_001, 1);
  world.send({ ...tokenRequest, remotePort: 40_001 });
  assert.deepEqual(held(world), []);
  world.recording.step({ on: true });
  world.recording.expectFrom(40_002, 1);
  world.send({ ...tokenRequest, remotePort: 40_002 });
  assert.deepEqual(held(world), ['3 request']);
});

test('what cannot be held any more is not: it has gone on already', (t) => {
  const world = recordedWorld(t);
  const sent = world.send({ ...call, line: 'GET /slow' });
  world.recording.step({ on: true });
  // It was not asked before the answer streamed.
  sent.watching.responseHead({ status: 200, reason: '', headers: [] }, undefined);
  sent.watching.responseComplete();
  assert.deepEqual(held(world), []);
});
