/**
 * Login, consent, connected apps and sign-out: what the person does.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { waitAfter } from '../src/attempts.ts';
import * as rules from '../src/rules/resource-owner.ts';
import {
  authorizationRequest,
  basic,
  codeForm,
  consentForm,
  issuer,
  password,
  refreshForm,
  startServer,
  toldClient,
} from './server.ts';

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

provesRule(rules.formFromOwnPage, async () => {
  const { post, signIn, send } = await startServer();
  const cookie = await signIn();
  const page = await (
    await send(`/authorize?${request}`, { headers: { cookie } })
  ).text();
  const form = consentForm(page, ['mail.read']);
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const headers = { cookie, ...(origin && { origin }) };
    const response = await post('/consent', form, headers);
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('location'), null);
  }
});

test('no form of this server is accepted from another site', async () => {
  const { post, signIn } = await startServer();
  const cookie = await signIn();
  const headers = { cookie, origin: 'https://evil.example' };
  const login = await post('/login', { username: 'ada', password }, headers);
  assert.equal(login.status, 403);
  assert.equal(login.headers.get('set-cookie'), null);
  const disconnect = await post('/account/disconnect', { client_id: 'app' }, headers);
  assert.equal(disconnect.status, 403);
  assert.equal((await post('/logout', { decision: 'sign-out' }, headers)).status, 403);
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

test('the consent page names the app, its site, the host it returns to, and each scope', async () => {
  const { send, signIn } = await startServer();
  const cookie = await signIn();
  const response = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.equal(response.status, 200);
  const csp = response.headers.get('content-security-policy')!;
  assert.match(csp, /form-action 'self' https:\/\/app\.example;/);
  assert.match(csp, /frame-ancestors 'none'/);
  assert.doesNotMatch(csp, /unsafe/);
  const page = await response.text();
  for (const words of [
    'Do you allow <em>The App</em>',
    '<a href="https://app.example" rel="noreferrer">app.example</a>',
    'Know that it is you',
    'See your name and your picture',
    'Read your messages',
  ]) {
    assert.ok(page.includes(words), words);
  }
  const again = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.equal(await again.text(), page);
});

test('a scope that was unticked is not granted', async () => {
  const { agree, signIn, post } = await startServer();
  const answer = await agree(await signIn(), authorizationRequest(), ['profile']);
  const form = codeForm(answer.searchParams.get('code')!);
  const tokens = await (await post('/token', form, basic('app'))).json();
  assert.equal(tokens.scope, 'openid profile');
});

test('a scope that was not asked for cannot be ticked', async () => {
  const { agree, signIn, post } = await startServer();
  const query = authorizationRequest({ scope: 'openid' });
  const answer = await agree(await signIn(), query, ['mail.read']);
  const form = codeForm(answer.searchParams.get('code')!);
  const tokens = await (await post('/token', form, basic('app'))).json();
  assert.equal(tokens.scope, 'openid');
});

test('refusing sends access_denied to the client', async () => {
  const { send, submit, signIn } = await startServer();
  const cookie = await signIn();
  const page = await (
    await send(`/authorize?${request}`, { headers: { cookie } })
  ).text();
  toldClient(
    await submit('/consent', consentForm(page, [], 'deny'), cookie),
    'access_denied',
  );
});

test('an agreement is remembered; for more, the person is asked again', async () => {
  const { agree, send, signIn } = await startServer();
  const cookie = await signIn();
  const ask = (scope: string) =>
    send(`/authorize?${authorizationRequest({ scope })}`, { headers: { cookie } });
  await agree(cookie, authorizationRequest({ scope: 'openid profile' }));
  assert.equal((await ask('openid')).status, 303);
  assert.match(await (await ask('openid mail.read')).text(), /Read your messages/);
});

test('what was allowed before and is unticked now is taken back', async () => {
  const { agree, send, signIn } = await startServer();
  const cookie = await signIn();
  await agree(cookie, authorizationRequest());
  const again = authorizationRequest({ prompt: 'consent' });
  await agree(cookie, again, ['profile']);
  const response = await send(`/authorize?${request}`, { headers: { cookie } });
  assert.match(await response.text(), /Do you allow/);
});

test('a consent page that is answered after the session ended leads back to the login page', async () => {
  const { submit } = await startServer();
  const form = [
    ['request', `${request}\r\nX-Evil: 1\0`],
    ['seal', ''],
    ['decision', 'allow'],
  ];
  const response = await submit('/consent', form);
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location')!, /^\/login\?response_type=code&/);
});

provesRule(rules.consentByThePersonAsked, async () => {
  const { send, submit, signIn } = await startServer();
  const ada = await signIn('ada');
  const grace = await signIn('grace');
  const page = await send(`/authorize?${request}`, { headers: { cookie: ada } });
  const form = consentForm(await page.text(), ['mail.read']);
  assert.equal((await submit('/consent', form, grace)).status, 403);
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

test('disconnecting an app ends its refresh token and its access token', async () => {
  const server = await startServer();
  const { access_token, refresh_token } = await server.obtainTokens();
  const cookie = await server.signIn();
  const page = await (await server.send('/account', { headers: { cookie } })).text();
  assert.match(page, /The App/);
  const response = await server.submit(
    '/account/disconnect',
    { client_id: 'app' },
    cookie,
  );
  assert.equal(response.headers.get('location'), '/account');
  const status = await server.post('/introspect', { token: access_token }, basic('apis'));
  assert.deepEqual(await status.json(), { active: false });
  const refresh = await server.post('/token', refreshForm(refresh_token), basic('app'));
  assert.equal(refresh.status, 400);
  const again = await server.send(`/authorize?${request}`, { headers: { cookie } });
  assert.match(await again.text(), /Do you allow/);
});

test('signing out asks first, then ends the session and returns to the app', async () => {
  const { send, submit, signIn } = await startServer();
  const cookie = await signIn();
  const leave = {
    client_id: 'app',
    post_logout_redirect_uri: 'https://app.example/bye',
    state: 'xyz',
  };
  const path = `/logout?${new URLSearchParams(leave)}`;
  const page = await send(path, { headers: { cookie } });
  assert.match(await page.text(), /Sign out of Acorn\?/);
  const response = await submit('/logout', { ...leave, decision: 'sign-out' }, cookie);
  assert.equal(response.headers.get('location'), 'https://app.example/bye?state=xyz');
  assert.match(response.headers.get('set-cookie')!, /^acorn_session=; Max-Age=0/);
  const after = await send('/account', { headers: { cookie } });
  assert.equal(after.headers.get('location'), '/login?next=account');
});

provesRule(rules.postLogoutRedirectUriRegistered, async () => {
  const { send } = await startServer();
  const query = `client_id=app&post_logout_redirect_uri=${encodeURIComponent('https://evil.example/')}`;
  const response = await send(`/logout?${query}`);
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
});

provesRule(rules.idTokenHintOurs, async () => {
  const { send, obtainTokens } = await startServer();
  const { id_token } = await obtainTokens();
  const [header, , signature] = id_token.split('.');
  const claims = Buffer.from('{"aud":"other"}').toString('base64url');
  const id_token_hint = [header, claims, signature].join('.');
  const response = await send(`/logout?${new URLSearchParams({ id_token_hint })}`);
  assert.equal(response.status, 400);
});

provesRule(rules.clientIdMatchesHint, async () => {
  const { send, obtainTokens } = await startServer();
  const { id_token } = await obtainTokens();
  const query = new URLSearchParams({ id_token_hint: id_token, client_id: 'other' });
  assert.equal((await send(`/logout?${query}`)).status, 400);
});

test('every page refuses to be framed and none has a script', async () => {
  const { send, signIn } = await startServer();
  const cookie = await signIn();
  for (const path of [
    '/',
    '/login',
    `/login?${request}`,
    `/authorize?${request}`,
    '/account',
    '/logout',
  ]) {
    const response = await send(path, { headers: { cookie } });
    assert.equal(response.headers.get('x-frame-options'), 'DENY');
    assert.match(response.headers.get('content-security-policy')!, /default-src 'none'/);
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
    assert.doesNotMatch(await response.text(), /<script/);
  }
});

test('an address that leads nowhere is a page as well', async () => {
  const { send } = await startServer();
  const response = await send('/nowhere');
  assert.equal(response.status, 404);
  assert.match(await response.text(), /There is no such page/);
});

test('what a client calls itself is text on our pages, never markup', async () => {
  const { storage, send } = await startServer();
  const client = { ...(await storage.findClient('app'))!, clientName: '<b onclick="x">' };
  await storage.keepClient(client);
  const page = await (await send(`/login?${request}`)).text();
  assert.ok(page.includes('&lt;b onclick=&quot;x&quot;&gt;'));
  const hostile = authorizationRequest({ state: '"><script>alert(1)</script>' });
  assert.doesNotMatch(await (await send(`/login?${hostile}`)).text(), /<script/);
});

test('a request by the name 127.0.0.1 is sent to localhost, with a sentence why', async () => {
  const { app } = await startServer();
  const response = await app.request('http://127.0.0.1:9001/account?x=1');
  assert.equal(response.headers.get('location'), `${issuer}/account?x=1`);
  assert.match(
    await response.text(),
    /Cookies set for 127\.0\.0\.1 are not sent to localhost/,
  );
  const foreign = await app.request('http://evil.example:9001/account');
  assert.equal(foreign.status, 421);
});
