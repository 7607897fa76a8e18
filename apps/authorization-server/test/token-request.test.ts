/**
 * The token endpoint, grant by grant: RFC 6749 sections 4.1.3, 4.4 and 6,
 * RFC 7636 section 4.6, RFC 9700 section 4.14.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/token-request.ts';
import {
  authorizationRequest,
  basic,
  business,
  codeForm,
  issuer,
  refreshForm,
  refused,
  startServer,
  user,
  verifier,
} from './server.ts';

type Tokens = {
  access_token: string;
  id_token: string;
  refresh_token: string;
  scope: string;
};
const isActive = async (server: Awaited<ReturnType<typeof startServer>>, token: string) =>
  (await (await server.post('/introspect', { token }, basic('apis'))).json()).active;

test('a code is worth an access token, a refresh token and an ID token', async () => {
  const server = await startServer();
  const response = await server.post(
    '/token',
    codeForm(await server.obtainCode()),
    basic('app'),
  );
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('content-type'), 'application/json');
  const body = await response.json();
  assert.equal(body.token_type, 'Bearer');
  assert.equal(body.expires_in, 600);
  assert.equal(body.scope, 'openid profile mail.read');
  assert.match(body.refresh_token, /^[\w-]{43}$/);

  const access = decodeUnverified(body.access_token)!;
  const now = server.clock.now() / 1000;
  assert.deepEqual(access.header, { alg: 'ES256', typ: 'at+jwt', kid: server.key.kid });
  const { jti, ...claims } = access.claims;
  assert.match(String(jti), /^[\w-]{43}\.[\w-]{43}$/);
  assert.deepEqual(claims, {
    iss: issuer,
    sub: 'acct_ada',
    aud: user,
    client_id: 'app',
    scope: 'openid profile mail.read',
    iat: now,
    exp: now + 600,
    auth_time: now,
  });

  const id = decodeUnverified(body.id_token)!;
  assert.equal(id.header.typ, 'JWT');
  assert.equal(id.claims.aud, 'app');
  assert.equal(id.claims.nonce, 'the-nonce');
  assert.equal(id.claims.auth_time, now);
  assert.match(String(id.claims.at_hash), /^[\w-]{22}$/);
});

test('without openid there is no ID token', async () => {
  const server = await startServer();
  const code = await server.obtainCode({ scope: 'profile' });
  const body = await (await server.post('/token', codeForm(code), basic('app'))).json();
  assert.equal(body.id_token, undefined);
});

test('a client that is not registered for refresh tokens gets none', async () => {
  const server = await startServer();
  const app = (await server.storage.findClient('app'))!;
  await server.storage.keepClient({ ...app, grantTypes: ['authorization_code'] });
  const body = await (
    await server.post('/token', codeForm(await server.obtainCode()), basic('app'))
  ).json();
  assert.equal(body.refresh_token, undefined);
});

provesRule(rules.formBody, async () => {
  const { send } = await startServer();
  const json = {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  };
  await refused(await send('/token', json), 400, 'invalid_request');
});

test('a body that never ends is cut off', async () => {
  const { send } = await startServer();
  const body = `grant_type=client_credentials&scope=${'x'.repeat(10_000_000)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await send('/token', { method: 'POST', body, headers });
  assert.equal(response.status, 400);
});

test('the token endpoint answers to POST only', async () => {
  const { send } = await startServer();
  assert.equal((await send('/token?grant_type=client_credentials')).status, 404);
});

provesRule(rules.grantTypeSent, async () => {
  const { post } = await startServer();
  await refused(await post('/token', {}, basic('app')), 400, 'invalid_request');
});

provesRule(rules.grantTypeSupported, async () => {
  const { post } = await startServer();
  const form = { grant_type: 'password', username: 'ada', password: 'x' };
  await refused(await post('/token', form, basic('app')), 400, 'unsupported_grant_type');
});

provesRule(rules.grantTypeAllowed, async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'profile' };
  await refused(await post('/token', form, basic('app')), 400, 'unauthorized_client');
});

provesRule(rules.codeKnown, async () => {
  const { post } = await startServer();
  await refused(
    await post('/token', codeForm('made-up'), basic('app')),
    400,
    'invalid_grant',
  );
});

provesRule(rules.codeBoundToClient, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode());
  await refused(await post('/token', form, basic('other')), 400, 'invalid_grant');
});

provesRule(rules.codeBoundToRedirectUri, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode(), {
    redirect_uri: 'https://app.example/other',
  });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

provesRule(rules.codeNotExpired, async () => {
  const { post, obtainCode, clock } = await startServer();
  const form = codeForm(await obtainCode());
  clock.advance(61);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

provesRule(rules.codeVerifierSent, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode(), { code_verifier: '' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_request');
});

provesRule(rules.codeVerifierMatches, async () => {
  // The attacker stole the code in the redirect, and knows the client's secret; not the verifier.
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode(), { code_verifier: verifier.toLowerCase() });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

provesRule(rules.codeUsedOnce, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode());
  assert.equal((await post('/token', form, basic('app'))).status, 200);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

test('a replayed code revokes what it had issued (RFC 6749 section 4.1.2)', async () => {
  const server = await startServer();
  const form = codeForm(await server.obtainCode());
  const tokens: Tokens = await (await server.post('/token', form, basic('app'))).json();
  assert.equal(await isActive(server, tokens.access_token), true);
  server.clock.advance(61);
  await refused(await server.post('/token', form, basic('app')), 400, 'invalid_grant');
  assert.equal(await isActive(server, tokens.access_token), false);
  const refresh = await server.post(
    '/token',
    refreshForm(tokens.refresh_token),
    basic('app'),
  );
  await refused(refresh, 400, 'invalid_grant');
});

test('a replay with a wrong parameter revokes nothing (draft-ietf-oauth-v2-1 section 7.5.2)', async () => {
  const server = await startServer();
  const code = await server.obtainCode();
  const tokens: Tokens = await (
    await server.post('/token', codeForm(code), basic('app'))
  ).json();
  const wrong = codeForm(code, { code_verifier: 'w'.repeat(43) });
  await refused(await server.post('/token', wrong, basic('app')), 400, 'invalid_grant');
  await refused(
    await server.post('/token', codeForm(code), basic('other')),
    400,
    'invalid_grant',
  );
  assert.equal(await isActive(server, tokens.access_token), true);
});

test('of fifty who redeem one code at once, exactly one succeeds', async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode());
  const all = await Promise.all(
    Array.from({ length: 50 }, () => post('/token', form, basic('app'))),
  );
  assert.equal(all.filter((response) => response.status === 200).length, 1);
  assert.equal(all.filter((response) => response.status === 400).length, 49);
});

provesRule(rules.resourceUnchanged, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode(), { resource: business });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_target');
});

test('refreshing rotates: a new access token, a new refresh token', async () => {
  const { post, obtainTokens } = await startServer();
  const before = await obtainTokens();
  const response = await post('/token', refreshForm(before.refresh_token), basic('app'));
  const after: Tokens = await response.json();
  assert.notEqual(after.refresh_token, before.refresh_token);
  assert.notEqual(after.access_token, before.access_token);
  assert.equal(after.scope, before.scope);
  assert.equal(decodeUnverified(after.access_token)!.claims.aud, user);
});

test('a public client refreshes without a secret', async () => {
  const { post, agree, signIn } = await startServer();
  const redirect_uri = 'http://127.0.0.1:4444/cb';
  const query = authorizationRequest({ client_id: 'native', redirect_uri });
  const code = (await agree(await signIn(), query)).searchParams.get('code')!;
  const form = codeForm(code, { redirect_uri, client_id: 'native' });
  const tokens: Tokens = await (await post('/token', form)).json();
  const refresh = refreshForm(tokens.refresh_token, { client_id: 'native' });
  assert.equal((await post('/token', refresh)).status, 200);
});

provesRule(rules.refreshTokenKnown, async () => {
  const { post } = await startServer();
  await refused(
    await post('/token', refreshForm('made-up'), basic('app')),
    400,
    'invalid_grant',
  );
});

provesRule(rules.refreshTokenBoundToClient, async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  await refused(await post('/token', form, basic('other')), 400, 'invalid_grant');
});

provesRule(rules.refreshTokenNotExpired, async () => {
  const { post, obtainTokens, clock } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  clock.advance(7 * 24 * 3600 + 1);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

test('rotation does not prolong the grant: it ends after thirty days', async () => {
  const { post, obtainTokens, clock } = await startServer();
  let { refresh_token } = await obtainTokens();
  for (let day = 0; day < 30; day += 5) {
    const response = await post('/token', refreshForm(refresh_token), basic('app'));
    assert.equal(response.status, 200, `day ${day}`);
    refresh_token = (await response.json()).refresh_token;
    clock.advance(5 * 24 * 3600 + 1);
  }
  await refused(
    await post('/token', refreshForm(refresh_token), basic('app')),
    400,
    'invalid_grant',
  );
});

provesRule(rules.refreshTokenUsedOnce, async () => {
  // A thief uses the copy of a token whose owner has refreshed since.
  const { post, obtainTokens, clock } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  assert.equal((await post('/token', form, basic('app'))).status, 200);
  clock.advance(11);
  await refused(await post('/token', form, basic('app')), 400, 'invalid_grant');
});

test('reuse ends the whole family (RFC 9700 section 4.14.2)', async () => {
  const server = await startServer();
  const first = await server.obtainTokens();
  const refresh = (token: string) =>
    server.post('/token', refreshForm(token), basic('app'));
  const second: Tokens = await (await refresh(first.refresh_token)).json();
  server.clock.advance(11);
  await refused(await refresh(first.refresh_token), 400, 'invalid_grant');
  await refused(await refresh(second.refresh_token), 400, 'invalid_grant');
  assert.equal(await isActive(server, second.access_token), false);
});

test('two tabs that refresh at once get the same successor, and nobody is signed out', async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token);
  const all = await Promise.all(
    Array.from({ length: 20 }, async () =>
      (await post('/token', form, basic('app'))).json(),
    ),
  );
  const successors = new Set(all.map((tokens: Tokens) => tokens.refresh_token));
  assert.equal(successors.size, 1);
  const [successor] = successors;
  assert.equal((await post('/token', refreshForm(successor!), basic('app'))).status, 200);
});

test('once the successor was used, even a fast repetition of the old token is reuse', async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  const refresh = (token: string) => post('/token', refreshForm(token), basic('app'));
  const next: Tokens = await (await refresh(refresh_token)).json();
  assert.equal((await refresh(next.refresh_token)).status, 200);
  await refused(await refresh(refresh_token), 400, 'invalid_grant');
});

provesRule(rules.refreshScopeOnlyNarrows, async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  const form = refreshForm(refresh_token, { scope: 'openid mail.send' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_scope');
});

test('a refresh with a scope that is none is refused', async () => {
  const { post, obtainTokens } = await startServer();
  const form = refreshForm((await obtainTokens()).refresh_token, { scope: ' ' });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_scope');
});

test('what was refused rotated nothing: the token still works afterwards', async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  await post('/token', refreshForm(refresh_token, { scope: 'mail.send' }), basic('app'));
  await post('/token', refreshForm(refresh_token, { resource: business }), basic('app'));
  await post('/token', refreshForm(refresh_token), basic('other'));
  const narrowed = refreshForm(refresh_token, { scope: 'profile' });
  const tokens: Tokens = await (await post('/token', narrowed, basic('app'))).json();
  assert.equal(tokens.scope, 'profile');
});

test('client credentials: a token for the machine itself, and no refresh token', async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const body = await (await post('/token', form, basic('machine'))).json();
  assert.equal(body.refresh_token, undefined);
  const { claims } = decodeUnverified(body.access_token)!;
  assert.equal(claims.sub, 'machine');
  assert.equal(claims.aud, business);
  assert.equal(claims.auth_time, undefined);
});

provesRule(rules.clientCredentialsForConfidentialClients, async () => {
  const { post, storage } = await startServer();
  const machine = (await storage.findClient('machine'))!;
  await storage.keepClient({ ...machine, clientId: 'open-machine', secretHash: null });
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const response = await post('/token', { ...form, client_id: 'open-machine' });
  await refused(response, 400, 'unauthorized_client');
});

provesRule(rules.scopeGiven, async () => {
  const { post } = await startServer();
  const response = await post(
    '/token',
    { grant_type: 'client_credentials' },
    basic('machine'),
  );
  await refused(response, 400, 'invalid_scope');
  const { error_description } = await response.json();
  assert.match(error_description, /scope-given/);
});

provesRule(rules.scopeAssignedToClient, async () => {
  const { post } = await startServer();
  const form = {
    grant_type: 'client_credentials',
    scope: 'contacts.read contacts.write',
  };
  await refused(await post('/token', form, basic('machine')), 400, 'invalid_scope');
});

test('one token is for one resource: scopes of two are refused', async () => {
  const { post } = await startServer();
  const form = { grant_type: 'client_credentials', scope: 'contacts.read gateway.call' };
  await refused(await post('/token', form, basic('machine')), 400, 'invalid_target');
});
