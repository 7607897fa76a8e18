import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, held, tokenRequest } from './held-world.ts';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser, signInAtOnce } from './signing-in.ts';

test('a changed request is sent on changed, and what came is kept beside it', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send({ ...tokenRequest, headers: [['Content-Length', '29']] });
  const request = { target: '/token?x=1', body: 'grant_type=password' };
  assert.equal(world.recording.release(sent.id, 'request', request), true);
  assert.deepEqual(await sent.sentOn, request);

  const now = sent.now();
  assert.equal(now.request.target, '/token?x=1');
  assert.equal(now.request.body.text, 'grant_type=password');
  assert.ok(
    now.request.headers.some(([, value]) => value === '19'),
    'its new length',
  );
  assert.equal(now.requestBefore?.target, '/token');
  assert.equal(now.requestBefore?.body.text, 'grant_type=client_credentials');
});

test('a changed head leaves the body as it was', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send(tokenRequest);
  world.recording.release(sent.id, 'request', { headers: [['X-Added', 'yes']] });
  await sent.sentOn;
  assert.deepEqual(sent.now().request.headers, [
    ['X-Added', 'yes'],
    ['Content-Length', '29'],
  ]);
  assert.equal(sent.now().request.body.text, 'grant_type=client_credentials');
});

test('a changed answer is passed on changed, and followed where it now leads', async (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  world.recording.step({ breakpoints: ['authorization-request'] });
  const sent = browser.open('client', 'GET /login');
  const headers: [string, string][] = [['Location', 'http://localhost:9001/authorize']];
  const goesBack = sent.answered({ status: 303, headers });
  assert.deepEqual(held(world), ['1 response']);
  const elsewhere: [string, string][] = [['Location', 'http://localhost:9001/account']];
  world.recording.release(1, 'response', { headers: elsewhere });
  await goesBack;
  sent.watching.done();
  assert.deepEqual(sent.now().response?.headers.slice(0, 1), elsewhere);
  assert.deepEqual(sent.now().responseBefore?.headers, headers);
  world.recording.step({ breakpoints: [] });
  assert.equal(browser.visit('authorization-server', 'GET /account').flow, 1);
});

test('a dropped message goes nowhere', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send(call);
  assert.equal(world.recording.drop(sent.id, 'request'), true);
  assert.equal(await sent.sentOn, 'drop');
  sent.watching.failed('It was taken out of the wire.');
  assert.equal(sent.now().failure, 'It was taken out of the wire.');
  assert.equal(world.recording.drop(sent.id, 'request'), false);
});

test('whoever hangs up leaves the queue', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send(call);
  sent.watching.failed('The caller hung up before it had the whole answer.');
  assert.deepEqual(held(world), []);
  assert.equal(await sent.sentOn, 'drop');
  assert.equal(world.clockFile().standsAt, undefined);
});

test('held time is counted, on the way there and on the way back', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true });
  const sent = world.send(call);
  world.pass(1200);
  world.recording.next();
  await sent.sentOn;
  world.pass(1);
  const goesBack = sent.answered();
  world.pass(30);
  world.recording.next();
  await goesBack;
  sent.watching.done();
  const { heldFor, startedAt, finishedAt } = sent.now();
  assert.equal(heldFor, 1_230_000);
  assert.equal(finishedAt! - startedAt, 1_231_000);
});

test('who waited for another that was held did not take long itself', async (t) => {
  const world = recordedWorld(t);
  const waiting = world.send(call);
  await waiting.sentOn;
  world.recording.step({ on: true });
  const heldUp = world.send(call);
  world.pass(1200);
  world.recording.next();
  await heldUp.sentOn;
  world.recording.step({ on: false });
  await waiting.answered();
  waiting.watching.done();
  assert.equal(waiting.now().heldFor, 1_200_000);
  assert.equal(world.send(call).now().movedBy, -1_200_000);
});

test('the clock stands still from the first held message to the last', (t) => {
  const world = recordedWorld(t);
  const began = world.machineTime();
  world.recording.step({ on: true });
  world.send(call);
  world.pass(60);
  world.send(call);
  world.recording.next();
  assert.deepEqual(world.clockFile(), { movedBy: 0, standsAt: began });
  world.pass(60);
  world.recording.next();
  assert.deepEqual(world.clockFile(), { movedBy: -120_000 });
  assert.deepEqual(world.recording.state().clock, { movedBy: -120_000 });
});

test('a role is not taken to act on what has not reached it', async (t) => {
  const world = recordedWorld(t);
  world.recording.step({ on: true, only: 'people' });
  const page = openBrowser(world).open('client', 'GET /inbox');
  const line = 'GET /user/messages';
  const early = world.send({ from: 'client', to: 'resource-server', line });
  assert.equal(early.now().cause, undefined);
  world.recording.next();
  await page.sentOn;
  const later = world.send({ from: 'client', to: 'resource-server', line });
  assert.equal(later.now().cause, page.id);
});

test('a cleared recording holds nothing, and what was under way goes on', async (t) => {
  const world = recordedWorld(t);
  signInAtOnce(world, openBrowser(world), 'ada');
  world.recording.step({ on: true });
  const sent = world.send(call);
  world.recording.clear();
  assert.equal(await sent.sentOn, undefined);
  assert.equal(await sent.answered(), undefined);
  assert.deepEqual(held(world), []);
});
