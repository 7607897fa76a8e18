import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser, signIn, signInAtOnce } from './signing-in.ts';
import { openViewer, recorded } from './told-viewer.ts';

const call = {
  from: 'worker',
  to: 'resource-server',
  line: 'GET /business/contacts',
} as const;

test('an exchange is told when its request has come and when it is over, not piece by piece', (t) => {
  const world = recordedWorld(t);
  const viewer = openViewer(world);
  const sent = world.send(call);
  assert.equal(viewer.told(), 1);
  sent.watching.responseHead({ status: 200, reason: '', headers: [] }, undefined);
  for (let piece = 0; piece < 50; piece++) sent.watching.responseBody(Buffer.alloc(100));
  sent.watching.responseComplete();
  sent.watching.done();
  assert.equal(viewer.told(), 2);
});

test('an answer that is held is told when it is held', (t) => {
  const world = recordedWorld(t);
  const viewer = openViewer(world);
  world.recording.step({ breakpoints: ['protected-resource-response'] });
  world.send(call).answered({ json: { contacts: [] } });
  assert.equal(viewer.told(), 2);
  assert.match(viewer.shown()[0]!, /contacts/);
});

test('a flow is told before the first exchange in it', (t) => {
  const world = recordedWorld(t);
  world.send(call);
  const [first, second] = world.recording.catchUp();
  assert.ok(first?.type === 'state' && second?.type === 'exchange');
  assert.deepEqual(
    first.state.flows.map(({ id }) => id),
    [second.exchange.flow],
  );
});

test('whoever comes late is told everything, each exchange once', (t) => {
  const world = recordedWorld(t);
  signInAtOnce(world, openBrowser(world), 'ada');
  const viewer = openViewer(world);
  assert.deepEqual(viewer.shown(), recorded(world));
  assert.equal(viewer.told(), recorded(world).length);
});

test('wherever the connection is lost, nothing is missing and nothing comes twice', (t) => {
  for (let step = 0; step < 7; step++) {
    const world = recordedWorld(t);
    const viewer = openViewer(world);
    const course = signIn(world, openBrowser(world), 'ada');
    for (let done = 0; done < step; done++) course.next();
    viewer.loseConnection();
    course.next();
    const changes = viewer.connect();
    const ids = changes.flatMap((one) =>
      one.type === 'exchange' ? one.exchange.id : [],
    );
    assert.equal(new Set(ids).size, ids.length, 'each once');
    assert.deepEqual(viewer.shown(), recorded(world));
    for (const _ of course);
    assert.deepEqual(viewer.shown(), recorded(world));
  }
});

test('a connection that is lost while it catches up goes on where it was', (t) => {
  const world = recordedWorld(t);
  signInAtOnce(world, openBrowser(world), 'ada');
  const whole = world.recording.catchUp();
  const heard = whole[4]!;
  assert.ok(heard.type === 'exchange');
  const rest = world.recording.catchUp(heard.id);
  assert.deepEqual(rest.slice(1), whole.slice(5));
});

test('whoever has heard everything is told the state alone', (t) => {
  const world = recordedWorld(t);
  world.exchange(call);
  const last = world.recording.catchUp().at(-1)!;
  assert.ok(last.type === 'exchange');
  assert.deepEqual(
    world.recording.catchUp(last.id).map(({ type }) => type),
    ['state'],
  );
});

test('a cleared recording begins anew, and whoever was away hears of it', (t) => {
  const world = recordedWorld(t);
  world.exchange(call);
  const [there, away] = [openViewer(world), openViewer(world)];
  away.loseConnection();
  const { run } = world.recording.state();
  world.recording.clear();
  world.exchange(call);
  assert.notEqual(world.recording.state().run, run);
  assert.deepEqual(there.shown(), recorded(world));
  assert.equal(away.connect()[0]?.type, 'cleared');
  assert.deepEqual(away.shown(), recorded(world));
  assert.deepEqual(there.ids(), [1]);
});

test('what was under way when the recording was cleared is not in the new one', (t) => {
  const world = recordedWorld(t);
  const sent = world.send(call);
  world.recording.clear();
  sent.watching.responseHead({ status: 200, reason: '', headers: [] }, undefined);
  sent.watching.responseComplete();
  sent.watching.done();
  assert.deepEqual(recorded(world), []);
  assert.deepEqual(world.recording.state().flows, []);
});

test('people keep their names when the recording is cleared', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  world.recording.clear();
  browser.visit('client', 'GET /inbox');
  assert.deepEqual(world.flows(), ['Ada opens the inbox: 1']);
});

test('nobody keeps a name when the roles begin anew', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  world.recording.beginAnew();
  browser.visit('client', 'GET /inbox');
  assert.deepEqual(world.flows(), ['Somebody opens the inbox: 1']);
});

test('an id of another run, of the future, or of none is answered with everything', (t) => {
  const world = recordedWorld(t);
  world.exchange(call);
  const { run } = world.recording.state();
  for (const heard of ['0123456789ab-1', `${run}-99`, 'nonsense']) {
    const types = world.recording.catchUp(heard).map(({ type }) => type);
    assert.deepEqual(types, ['cleared', 'state', 'exchange'], heard);
  }
});
