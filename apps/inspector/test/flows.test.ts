import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedWorld } from './recorded-world.ts';
import { openBrowser, random, sentTo, signIn, signInAtOnce } from './signing-in.ts';

function sideBySide(one: Generator, other: Generator): void {
  for (const _ of one) other.next();
  other.next();
}

test('a sign-in is one flow, from the click to the page on which it ends', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  browser.visit('client', 'GET /');
  signInAtOnce(world, browser, 'ada', 'Ada');
  browser.visit('client', 'GET /inbox/7');
  assert.deepEqual(world.flows(), [
    'Somebody visits Briefing: 1',
    "Ada's sign-in: 2 3 4 5 6 7 8 9 10 11",
    'Ada reads a message: 12',
  ]);
});

test('two sign-ins side by side stay two, step by step', (t) => {
  const world = recordedWorld(t);
  const ada = signIn(world, openBrowser(world), 'ada');
  const grace = signIn(world, openBrowser(world), 'grace');
  sideBySide(ada, grace);
  assert.deepEqual(world.flows(), [
    "Ada's sign-in: 1 3 4 7 8 11 12 15 17 18",
    "Grace's sign-in: 2 5 6 9 10 13 14 16 19 20",
  ]);
});

test('the name improves: what was typed, then what the provider says', (t) => {
  const world = recordedWorld(t);
  const course = signIn(world, openBrowser(world), 'ada', 'Augusta Ada');
  const name = () => world.recording.state().flows[0]?.name;
  course.next();
  assert.equal(name(), 'A sign-in');
  course.next();
  course.next();
  assert.equal(name(), "Ada's sign-in");
  for (const _ of course);
  assert.equal(name(), "Augusta Ada's sign-in");
});

test('whoever has a session already is known from the first message', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  signInAtOnce(world, browser, 'ada', 'Ada');
  browser.open('client', 'GET /login?scope=mail.send');
  assert.equal(world.recording.state().flows[1]?.name, "Ada's sign-in");
});

test('a sign-in that was abandoned keeps its own flow, and so does the next try', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  const course = signIn(world, browser, 'ada');
  course.next();
  course.next();
  browser.visit('client', 'GET /');
  signInAtOnce(world, browser, 'ada-again');
  assert.deepEqual(world.flows(), [
    'A sign-in: 1 2 3',
    'Somebody visits Briefing: 4',
    "Ada-again's sign-in: 5 6 7 8 9 10 11 12 13 14",
  ]);
});

test('a callback whose state somebody changed belongs to the sign-in of its code', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  const course = signIn(world, browser, 'ada');
  for (let step = 0; step < 3; step++) course.next();
  const request = `state=${random('state-of-ada')}`;
  const code = random('code-of-ada');
  browser
    .open('authorization-server', 'POST /consent', { request, decision: 'allow' })
    .answer({ status: 303, headers: sentTo(`/callback?code=${code}&state=x`) });
  const changed = `GET /callback?code=${code}&state=${random('another')}`;
  assert.equal(browser.visit('client', changed).flow, 1);
});

test('a callback that belongs to nothing is a flow of its own', (t) => {
  const world = recordedWorld(t);
  const browser = openBrowser(world);
  const line = 'GET /callback?code=stolen-code&state=wrong-state';
  const headers = sentTo('http://localhost:9000/problem/1');
  browser.visit('client', line, { status: 303, headers });
  browser.visit('client', 'GET /problem/1');
  assert.deepEqual(world.flows(), ['A callback on its own: 1 2']);
});

test('the token request is known by its verifier, even where nothing else is', (t) => {
  const world = recordedWorld(t);
  // RFC 7636, appendix B.
  const code_challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const code_verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const as = 'authorization-server';
  openBrowser(world).visit(as, `GET /authorize?code_challenge=${code_challenge}`);
  const form = { code_verifier };
  const redeemed = world.exchange({ from: 'curl', to: as, line: 'POST /token', form });
  assert.equal(redeemed.flow, 1);
});
