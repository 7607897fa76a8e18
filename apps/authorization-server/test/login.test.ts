/** Signing in: the one place where a password is typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { waitAfter } from '../src/guessing.ts';
import * as rules from '../src/rules/resource-owner.ts';
import { authorizationRequest, consentForm, password, startServer } from './server.ts';

const request = authorizationRequest().toString();

test('the password goes to the login page of this server, which leads on with a 303', async () => {
  const { submit, send } = await startServer();
  const page = await send(`/login?${request}`);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.match(await page.text(), /to continue to <strong>The App<\/strong>/);

  const response = await submit('/login', { username: 'ada', password, request });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), `/authorize?${request}`);
  const cookie = response.headers.get('set-cookie')!;
  assert.match(
    cookie,
    /^acorn_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('on https the session cookie is Secure and carries the __Host- prefix', async () => {
  const { browserSessions } = await import('../src/resource-owner/session.ts');
  const { storage, clock } = await startServer();
  const sessions = browserSessions('https://accounts.acorn.example', storage, clock);
  const { Hono } = await import('hono');
  const app = new Hono().get('/', async (c) => {
    await sessions.start(c, 'acct_ada');
    return c.text('');
  });
  const cookie = (await app.request('/')).headers.get('set-cookie')!;
  assert.match(
    cookie,
    /^__Host-acorn_session=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax$/,
  );
});

provesRule(rules.accountKnown, async () => {
  const { submit } = await startServer();
  const response = await submit('/login', { username: 'mallory', password });
  assert.equal(response.status, 403);
  assert.match(await response.text(), /do not fit together/);
});

provesRule(rules.passwordMatches, async () => {
  const { submit } = await startServer();
  const response = await submit('/login', {
    username: 'ada',
    password: 'guess',
    request,
  });
  assert.equal(response.status, 403);
  assert.equal(response.headers.get('set-cookie'), null);
  const page = await response.text();
  assert.match(page, /do not fit together/);
  assert.match(page, /value="ada"/);
  assert.doesNotMatch(page, /guess/);
});

test('a wrong password and an unknown name get the same page', async () => {
  const { submit } = await startServer();
  const page = async (username: string) => {
    const response = await submit('/login', { username, password: 'guess' });
    return (await response.text()).replaceAll(username, 'NAME');
  };
  assert.equal(await page('ada'), await page('mallory'));
});

provesRule(rules.passwordGuessingSlowed, async () => {
  const { submit } = await startServer();
  for (let i = 0; i < 20; i += 1) {
    await submit('/login', { username: 'ada', password: `guess ${i}` });
  }
  const response = await submit('/login', { username: 'ada', password });
  assert.equal(response.status, 429);
  assert.match(await response.text(), /Wait 1 seconds/);
});

test('the wait doubles, up to a quarter of an hour, and ends', async () => {
  const waits = [19, 20, 21, 22, 50].map((failures) => waitAfter(failures, 20));
  assert.deepEqual(waits, [0, 1, 2, 4, 900]);
  const { submit, clock } = await startServer();
  const signIn = (word: string) => submit('/login', { username: 'ada', password: word });
  for (let i = 0; i < 20; i += 1) await signIn('guess');
  assert.equal((await signIn(password)).status, 429);
  clock.advance(1);
  assert.equal((await signIn(password)).status, 303);
  assert.equal((await signIn(password)).status, 303);
});

test('wrong passwords for others do not keep one out, and an hour forgives them', async () => {
  const { submit, clock, storage } = await startServer();
  const now = () => clock.now() / 1000;
  for (let i = 0; i < 130; i += 1)
    await storage.countFailedAttempt('address:unknown', now());
  const signIn = (username: string) => submit('/login', { username, password });
  assert.equal((await signIn('ada')).status, 429);
  clock.advance(15 * 60);
  assert.equal((await signIn('ada')).status, 303);
  assert.equal((await signIn('grace')).status, 303);
  clock.advance(3600);
  assert.equal((await storage.findFailedAttempts('address:unknown', now())).failures, 0);
});

test('twenty tabs that sign in at the same moment are all let in', async () => {
  const { submit } = await startServer();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => submit('/login', { username: 'ada', password })),
  );
  assert.ok(all.every((response) => response.status === 303));
});

test('twenty sign-ins in one browser all finish', async () => {
  const { send, submit } = await startServer();
  let jar = '';
  const attempts = Array.from({ length: 20 }, (_, i) =>
    authorizationRequest({ state: `state-${i}` }).toString(),
  );
  for (const attempt of attempts) await send(`/login?${attempt}`);
  for (const attempt of attempts) {
    const form = { username: 'ada', password, request: attempt };
    const response = await submit('/login', form, jar);
    jar = response.headers.get('set-cookie')!.split(';')[0]!;
  }
  const headers = { cookie: jar };
  const pages = await Promise.all(
    attempts.map(async (one) => (await send(`/authorize?${one}`, { headers })).text()),
  );
  const answers = await Promise.all(
    pages.map((page) => submit('/consent', consentForm(page, ['profile']), jar)),
  );
  const states = answers.map((answer) => {
    const location = new URL(answer.headers.get('location')!);
    assert.match(location.searchParams.get('code')!, /^[\w-]{43}$/);
    return location.searchParams.get('state');
  });
  assert.equal(new Set(states).size, 20);
});

test('a login page opened from a bookmark says that nothing is in progress', async () => {
  const { send } = await startServer();
  const response = await send('/login');
  assert.match(await response.text(), /Nothing is in progress/);
});

test('the login page offers the name that the client knows (login_hint)', async () => {
  const { send } = await startServer();
  const page = await send(`/login?${authorizationRequest({ login_hint: 'grace' })}`);
  assert.match(await page.text(), /name="username" value="grace"/);
});
