import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser, random, sentTo, signInAtOnce } from './signing-in.ts';

test('a form goes on with the page that it stood on', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  browser.visit('client', 'GET /compose');
  browser
    .open('client', 'POST /compose/send', { to: 'grace' }, '/compose')
    .answer({ status: 303, headers: sentTo('/inbox?sent=1') });
  browser.visit('client', 'GET /inbox?sent=1');
  browser.visit('client', 'GET /inbox');
  assert.deepEqual(world.flows().slice(1), [
    'Ada writes a message: 11 12 13',
    'Ada opens the inbox: 14',
  ]);
});

test('signing out of the client, and of the provider after it, is one flow', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  browser
    .open('client', 'POST /logout', {}, '/inbox')
    .answer({ status: 303, headers: sentTo('/signed-out') });
  browser.visit('client', 'GET /signed-out');
  browser.visit('authorization-server', 'GET /logout?client_id=briefing');
  browser.open('authorization-server', 'POST /logout', { decision: 'sign-out' }).answer();
  assert.deepEqual(world.flows().slice(1), ['Ada signs out: 11 12 13 14']);
});

test('a run of the worker is what it does with less than five seconds between', (t) => {
  const world = recordedWorld(t);
  const line = 'GET /business/contacts';
  const call = () => world.exchange({ from: 'worker', to: 'resource-server', line });
  call();
  world.pass(4);
  call();
  world.pass(5);
  call();
  assert.deepEqual(world.flows(), ["Nightly's run: 1 2", "Nightly's run: 3"]);
});

test('a run whose message is held for long goes on as the same run', async (t) => {
  const world = recordedWorld(t);
  const line = 'GET /business/contacts';
  world.recording.step({ on: true });
  const held = world.send({ from: 'worker', to: 'resource-server', line });
  world.pass(1200);
  world.recording.run();
  await held.sentOn;
  held.answer();
  world.exchange({ from: 'worker', to: 'resource-server', line });
  assert.deepEqual(world.flows(), ["Nightly's run: 1 2"]);
});

test('POST /runs at the worker causes its run; looking at its page does not', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  const page = browser.open('worker', 'GET /');
  const line = 'POST /token';
  const form = { grant_type: 'client_credentials' };
  const alone = world.exchange({
    from: 'worker',
    to: 'authorization-server',
    line,
    form,
  });
  assert.equal(alone.cause, undefined);
  page.answer();

  const button = browser.open('worker', 'POST /runs', {}, '/');
  const caused = world.exchange({
    from: 'worker',
    to: 'authorization-server',
    line,
    form,
  });
  assert.equal(caused.cause, button.id);
  button.answer({ status: 303, headers: sentTo('/') });
  browser.visit('worker', 'GET /');
  assert.deepEqual(world.flows(), [
    'Somebody visits Nightly: 1',
    "Nightly's run: 2",
    "Nightly's run: 3 4 5",
  ]);
});

test('another program has one flow until it is silent for half a minute', (t) => {
  const world = recordedWorld(t);
  const line = 'GET /user/messages';
  const call = () => world.exchange({ from: 'curl', to: 'resource-server', line });
  call();
  world.pass(29);
  assert.equal(call().agent, 'curl/8.18.0');
  world.pass(30);
  call();
  assert.deepEqual(world.flows(), ['curl: 1 2', 'curl: 3']);
});

test('noise belongs to no flow, and makes none', (t) => {
  const world = recordedWorld(t);
  const style = openBrowser(world).visit('client', 'GET /style.css');
  assert.equal(style.noise, true);
  assert.equal(style.flow, 0);
  assert.deepEqual(world.flows(), []);
});

test('a flow goes with the last of its exchanges', (t) => {
  const world = recordedWorld(t, { exchanges: 4, weight: 1e9 });
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  for (let page = 0; page < 4; page++) browser.visit('client', 'GET /inbox');
  assert.deepEqual(world.flows(), [
    'Ada opens the inbox: 11',
    'Ada opens the inbox: 12',
    'Ada opens the inbox: 13',
    'Ada opens the inbox: 14',
  ]);
  // Its values are forgotten too: what carries them now is another flow.
  const code = random('code-of-ada');
  assert.notEqual(browser.visit('client', `GET /callback?code=${code}`).flow, 1);
});
