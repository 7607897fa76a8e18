/** What all pages of this server have in common. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/resource-owner.ts';
import {
  authorizationRequest,
  consentForm,
  issuer,
  password,
  startServer,
} from './server.ts';

const request = authorizationRequest().toString();

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
    '/developer',
    '/developer/applications/new',
    '/developer/tokens',
    '/developer/initial-access-tokens',
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

test('an error page names the request, so that its line in the log can be found', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { send } = await startServer();
  const response = await send('/nowhere', {
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  });
  assert.match(
    await response.text(),
    new RegExp(`Request</dt>\\s*<dd><code>${traceId}<`),
  );
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

test('no address that a client registered writes into the policy of our pages', async () => {
  const { storage, send, signIn } = await startServer();
  const redirect_uri = 'https://app.example;sandbox/callback';
  const client = (await storage.findClient('app'))!;
  await storage.keepClient({ ...client, redirectUris: [redirect_uri] });
  const query = authorizationRequest({ redirect_uri });
  const headers = { cookie: await signIn() };
  const response = await send(`/authorize?${query}`, { headers });
  assert.match(await response.clone().text(), /Do you allow/);
  const policy = response.headers.get('content-security-policy')!;
  assert.match(policy, /form-action 'self'; frame-ancestors 'none'$/);
});

test('the home page of a client is a link only where it is a web page', async () => {
  const { storage, send, signIn } = await startServer();
  const client = (await storage.findClient('app'))!;
  const headers = { cookie: await signIn() };
  for (const clientUri of ['javascript:alert(1)', 'data:text/html,x', 'no address', '']) {
    await storage.keepClient({ ...client, clientUri });
    const page = await send(`/authorize?${request}`, { headers });
    assert.equal(page.status, 200, clientUri);
    const text = await page.text();
    assert.doesNotMatch(text, /href="(javascript|data|no)/);
    assert.ok(text.includes(clientUri));
  }
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
