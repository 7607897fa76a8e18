/**
 * The authorization request: RFC 6749 section 4.1.1, RFC 7636, RFC 8707 and
 * OpenID Connect Core section 3.1.2.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parametersNotRepeated } from '@four-roles/protocol/parameters';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { matchesRegistered } from '../src/redirect-uri.ts';
import * as rules from '../src/rules/authorization-request.ts';
import * as promptRules from '../src/rules/prompt.ts';
import * as sharedRules from '../src/rules/scope-and-resource.ts';
import {
  type Answer,
  authorizationRequest,
  callback,
  consentForm,
  issuer,
  startServer,
  toldClient,
  verifier,
} from './server.ts';

const server = await startServer();
const ask = (overrides: Record<string, string | undefined>, cookie = '') =>
  server.send(`/authorize?${authorizationRequest(overrides)}`, { headers: { cookie } });

test('a good request from somebody who is not signed in leads to the login page', async () => {
  const response = await ask({});
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location')!, /^\/login\?response_type=code&/);
});

test('POST works too: it is led on as a GET (OpenID Connect Core section 3.1.2.1)', async () => {
  // Posted from another site, the request has no cookie of ours; the GET that follows has it.
  const response = await server.post('/authorize', [...authorizationRequest()]);
  assert.equal(response.status, 303);
  const location = response.headers.get('location')!;
  assert.equal(location, `/authorize?${authorizationRequest()}`);
});

test('no page of another site may call the authorization endpoint (RFC 9700 section 2.6)', async () => {
  const response = await server.send('/authorize', {
    headers: { origin: 'https://x.example' },
  });
  assert.equal(response.headers.get('access-control-allow-origin'), null);
});

provesRule(rules.requestOfActiveClient, async () => {
  const { send, storage, clock, signIn } = await startServer();
  const cookie = await signIn();
  await storage.suspendClient('app', clock.now() / 1000);
  for (const path of ['/authorize', '/login']) {
    const response = await send(`${path}?${authorizationRequest()}`, {
      headers: { cookie },
    });
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('location'), null);
    assert.match(await response.text(), /This app is suspended/);
  }
});

test('a client that is suspended while somebody reads the consent page gets no code', async () => {
  const { send, submit, storage, clock, signIn } = await startServer();
  const cookie = await signIn();
  const page = await send(`/authorize?${authorizationRequest()}`, {
    headers: { cookie },
  });
  const form = consentForm(await page.text(), ['profile']);
  await storage.suspendClient('app', clock.now() / 1000);
  const response = await submit('/consent', form, cookie);
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
});

/** Shown on a page of our own, never sent to the redirect URI. */
async function shown(response: Answer): Promise<string> {
  const page = await response.text();
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('location'), null);
  assert.match(page, /Acorn refused this request/);
  assert.match(
    response.headers.get('content-security-policy')!,
    /frame-ancestors 'none'/,
  );
  return page;
}

provesRule(rules.clientIdKnown, async () => {
  await shown(await ask({ client_id: 'nobody' }));
  await shown(await ask({ client_id: undefined }));
});

provesRule(rules.redirectUriGiven, async () => {
  await shown(await ask({ client_id: 'two-uris', redirect_uri: undefined }));
});

provesRule(rules.redirectUriRegistered, async () => {
  const page = await shown(await ask({ redirect_uri: 'https://app.example/callbacK' }));
  assert.match(page, /callbac<mark>K<\/mark>/);
});

test('no variation of a registered redirect URI is accepted', async () => {
  for (const redirect_uri of [
    `${callback}#`,
    `${callback}#fragment`,
    `${callback}/`,
    `${callback}?x=1`,
    `${callback}/../callback`,
    'https://app.example:443/callback',
    'https://APP.example/callback',
    'http://app.example/callback',
    'https://user@app.example/callback',
    'https://app.example.evil.example/callback',
    'https://evil.example/?https://app.example/callback',
  ]) {
    await shown(await ask({ redirect_uri }));
  }
});

test('only the port of a loopback IP address may differ (RFC 8252 section 7.3)', () => {
  const registered = [
    'http://127.0.0.1/cb',
    'http://[::1]:1234/cb',
    'http://localhost:1/cb',
  ];
  assert.ok(matchesRegistered('http://127.0.0.1:51004/cb', registered));
  assert.ok(matchesRegistered('http://[::1]:9/cb', registered));
  assert.ok(!matchesRegistered('http://localhost:2/cb', registered));
  assert.ok(!matchesRegistered('http://127.0.0.1:51004/other', registered));
  assert.ok(!matchesRegistered('http://127.0.0.1:51004@evil.example/cb', registered));
  assert.ok(!matchesRegistered('http://127.0.0.1:99999/cb', registered));
  assert.ok(!matchesRegistered('http://127.0.0.1:0/cb', registered));
  assert.ok(!matchesRegistered('https://127.0.0.1/cb', registered));
});

test('a missing redirect_uri means the only one that is registered', async () => {
  const response = await ask({ redirect_uri: undefined, response_type: 'token' });
  toldClient(response, 'unsupported_response_type');
});

test('nobody who is not signed in is sent on to an address that just anybody registered (RFC 9700 section 4.11.2)', async () => {
  const { send, storage, signIn } = await startServer();
  const app = (await storage.findClient('app'))!;
  await storage.keepClient({ ...app, owner: 'acct_grace' });
  const bad = authorizationRequest({ response_type: 'token' });
  const asked = await send(`/authorize?${bad}`);
  assert.equal(asked.headers.get('location'), `/login?${bad}`);

  const cookie = await signIn();
  const signedIn = await send(`/authorize?${bad}`, { headers: { cookie } });
  toldClient(signedIn, 'unsupported_response_type');
  // Silent: nobody may be asked, and the client waits for the answer.
  const silent = authorizationRequest({ prompt: 'none' });
  toldClient(await send(`/authorize?${silent}`), 'login_required');
});

test('a malformed request keeps its state in the answer', async () => {
  const query = `${authorizationRequest()}&scope=openid`;
  toldClient(await server.send(`/authorize?${query}`), 'invalid_request');
});

provesRule(parametersNotRepeated, async () => {
  const query = `${authorizationRequest()}&scope=openid`;
  toldClient(await server.send(`/authorize?${query}`), 'invalid_request');
});

provesRule(rules.responseTypeSent, async () => {
  toldClient(await ask({ response_type: undefined }), 'invalid_request');
});

provesRule(rules.responseTypeCode, async () => {
  toldClient(await ask({ response_type: 'token' }), 'unsupported_response_type');
});

provesRule(rules.responseModeQuery, async () => {
  toldClient(await ask({ response_mode: 'fragment' }), 'invalid_request');
});

provesRule(rules.authorizationCodeGrantAllowed, async () => {
  await server.storage.keepClient({
    ...(await server.storage.findClient('app'))!,
    clientId: 'no-code',
    grantTypes: ['client_credentials'],
  });
  toldClient(await ask({ client_id: 'no-code' }), 'unauthorized_client');
});

provesRule(rules.requestObjectAbsent, async () => {
  toldClient(await ask({ request: 'eyJhbGciOiJub25lIn0.e30.' }), 'request_not_supported');
});

provesRule(rules.requestUriAbsent, async () => {
  const request_uri = 'https://app.example/request.jwt';
  toldClient(await ask({ request_uri }), 'request_uri_not_supported');
});

provesRule(rules.codeChallengeSent, async () => {
  toldClient(await ask({ code_challenge: undefined }), 'invalid_request');
});

provesRule(rules.codeChallengeMethodS256, async () => {
  const missing = await ask({ code_challenge_method: undefined });
  toldClient(missing, 'invalid_request');
  const plain = { code_challenge: verifier, code_challenge_method: 'plain' };
  toldClient(await ask(plain), 'invalid_request');
  toldClient(await ask({ code_challenge_method: 's256' }), 'invalid_request');
});

provesRule(rules.codeChallengeWellFormed, async () => {
  toldClient(await ask({ code_challenge: 'too-short' }), 'invalid_request');
});

provesRule(sharedRules.scopeWellFormed, async () => {
  toldClient(await ask({ scope: 'openid  profile' }), 'invalid_scope');
});

provesRule(rules.scopeAllowedForClient, async () => {
  toldClient(await ask({ scope: 'openid mail.send' }), 'invalid_scope');
});

provesRule(sharedRules.resourceKnown, async () => {
  toldClient(await ask({ resource: 'https://evil.example/' }), 'invalid_target');
});

test('a code is for one resource: two are refused', async () => {
  const query = `${authorizationRequest()}&resource=${encodeURIComponent('http://localhost:9002/gateway')}`;
  toldClient(await server.send(`/authorize?${query}`), 'invalid_target');
});

provesRule(sharedRules.scopeOfResource, async () => {
  const resource = 'http://localhost:9002/gateway';
  toldClient(await ask({ resource }), 'invalid_target');
});

provesRule(promptRules.promptKnown, async () => {
  toldClient(await ask({ prompt: 'none login' }), 'invalid_request');
});

provesRule(promptRules.maxAgeWellFormed, async () => {
  toldClient(await ask({ max_age: '-1' }), 'invalid_request');
});

provesRule(promptRules.promptNoneSignedIn, async () => {
  toldClient(await ask({ prompt: 'none' }), 'login_required');
});

provesRule(promptRules.promptNoneConsented, async () => {
  const cookie = await server.signIn('grace');
  toldClient(await ask({ prompt: 'none' }, cookie), 'consent_required');
});

test('prompt=none answers silently for somebody who has agreed before', async () => {
  const cookie = await server.signIn();
  await server.agree(cookie, authorizationRequest());
  const response = await ask({ prompt: 'none' }, cookie);
  const answer = new URL(response.headers.get('location')!);
  assert.match(answer.searchParams.get('code')!, /^[\w-]{43}$/);
  assert.equal(answer.searchParams.get('iss'), issuer);
});

test('prompt=login asks for the password although somebody is signed in', async () => {
  const cookie = await server.signIn();
  const response = await ask({ prompt: 'login' }, cookie);
  assert.match(response.headers.get('location')!, /^\/login\?/);
  const form = { username: 'ada', password: 'correct horse battery staple' };
  const request = authorizationRequest({ prompt: 'login consent' }).toString();
  const after = await server.submit('/login', { ...form, request }, cookie);
  assert.match(after.headers.get('location')!, /^\/authorize\?.*prompt=consent$/);
});

test('prompt=consent asks although the person has agreed before', async () => {
  const cookie = await server.signIn();
  await server.agree(cookie, authorizationRequest());
  assert.equal((await ask({}, cookie)).status, 303);
  const page = await ask({ prompt: 'consent' }, cookie);
  assert.match(await page.text(), /Do you allow/);
});

test('max_age asks for the password when the sign-in is too old', async () => {
  const cookie = await server.signIn();
  server.clock.advance(100);
  const response = await ask({ max_age: '99' }, cookie);
  assert.match(response.headers.get('location')!, /^\/login\?/);
  assert.equal(
    (await ask({ max_age: '100' }, cookie)).headers.get('location')?.startsWith('/login'),
    false,
  );
});

test('max_age=0 asks for the password whenever the last sign-in was', async () => {
  const cookie = await server.signIn();
  const response = await ask({ max_age: '0' }, cookie);
  assert.match(response.headers.get('location')!, /^\/login\?/);
});

test('a consent page that is answered after max_age leads back to the login page', async () => {
  const cookie = await server.signIn('grace');
  const page = await ask({ max_age: '60' }, cookie);
  const form = consentForm(await page.text(), ['profile']);
  server.clock.advance(61);
  const response = await server.submit('/consent', form, cookie);
  assert.match(response.headers.get('location')!, /^\/login\?/);
});

test('a public client is always asked for (RFC 9700, draft-ietf-oauth-v2-1 section 7.3.1)', async () => {
  const cookie = await server.signIn();
  const native = { client_id: 'native', redirect_uri: 'http://127.0.0.1:5000/cb' };
  await server.agree(cookie, authorizationRequest(native));
  assert.match(await (await ask(native, cookie)).text(), /Do you allow/);
});
