/**
 * The authorization code grant at the token endpoint: RFC 6749 section 4.1.3,
 * RFC 7636 section 4.6.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/authorization-code.ts';
import { resourceUnchanged } from '../src/rules/scope-and-resource.ts';
import {
  basic,
  codeForm,
  contacts,
  issuer,
  refreshForm,
  refused,
  startServer,
  type Tokens,
  user,
  verifier,
} from './server.ts';

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
  assert.equal(await server.isActive(tokens.access_token), true);
  server.clock.advance(61);
  await refused(await server.post('/token', form, basic('app')), 400, 'invalid_grant');
  assert.equal(await server.isActive(tokens.access_token), false);
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
  assert.equal(await server.isActive(tokens.access_token), true);
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

provesRule(resourceUnchanged, async () => {
  const { post, obtainCode } = await startServer();
  const form = codeForm(await obtainCode(), { resource: contacts });
  await refused(await post('/token', form, basic('app')), 400, 'invalid_target');
});
