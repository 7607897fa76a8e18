/**
 * Introspection (RFC 7662) and revocation (RFC 7009).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessTokenType } from '@four-roles/protocol/access-token';
import { signJwt } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import * as rules from '../src/rules/token-status.ts';
import {
  type Answer,
  basic,
  contacts,
  issuer,
  refreshForm,
  refused,
  startServer,
  user,
} from './server.ts';

const machineRequest = { grant_type: 'client_credentials', scope: 'contacts.read' };

async function inactive(response: Answer): Promise<void> {
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await response.json(), { active: false });
}

test('an active access token is described', async () => {
  const { post, obtainTokens, clock } = await startServer();
  const { access_token } = await obtainTokens();
  const response = await post('/introspect', { token: access_token }, basic('apis'));
  const { jti, ...body } = await response.json();
  const now = clock.now() / 1000;
  assert.match(jti, /^[\w-]{43}\.[\w-]{43}$/);
  assert.deepEqual(body, {
    active: true,
    token_type: 'Bearer',
    iss: issuer,
    sub: 'acct_ada',
    aud: user,
    client_id: 'app',
    scope: 'openid profile mail.read',
    iat: now,
    exp: now + 600,
    auth_time: now,
  });
});

test('a refresh token is described to the client that holds it', async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  const body = await (
    await post('/introspect', { token: refresh_token }, basic('app'))
  ).json();
  assert.equal(body.active, true);
  assert.equal(body.token_type, 'refresh_token');
  assert.equal(body.sub, 'acct_ada');
});

provesRule(rules.introspectionByConfidentialClient, async () => {
  const { post } = await startServer();
  const form = { token: 'x', client_id: 'native' };
  await refused(await post('/introspect', form), 401, 'invalid_client');
});

provesRule(rules.tokenSent, async () => {
  const { post } = await startServer();
  await refused(await post('/introspect', {}, basic('apis')), 400, 'invalid_request');
});

provesRule(rules.tokenToRevokeSent, async () => {
  const { post } = await startServer();
  await refused(await post('/revoke', {}, basic('app')), 400, 'invalid_request');
});

provesRule(rules.tokenSignedHere, async () => {
  const { post, clock } = await startServer();
  const key = loadSigningKey(await generatePrivateJwk());
  const now = clock.now() / 1000;
  const claims = {
    iss: issuer,
    sub: 'acct_ada',
    aud: user,
    client_id: 'app',
    scope: 'mail.read',
  };
  const token = signJwt(
    accessTokenType,
    { ...claims, jti: 'x', iat: now, exp: now + 600 },
    key,
  );
  await inactive(await post('/introspect', { token }, basic('apis')));
});

provesRule(rules.tokenIsAccessToken, async () => {
  const { post, obtainTokens } = await startServer();
  const { id_token } = await obtainTokens();
  await inactive(await post('/introspect', { token: id_token }, basic('apis')));
  await inactive(await post('/introspect', { token: 'rubbish' }, basic('apis')));
});

provesRule(rules.tokenNotExpired, async () => {
  const { post, obtainTokens, clock } = await startServer();
  const { access_token } = await obtainTokens();
  clock.advance(600);
  await inactive(await post('/introspect', { token: access_token }, basic('apis')));
});

provesRule(rules.tokenNotRevoked, async () => {
  const { post } = await startServer();
  const tokens = await (await post('/token', machineRequest, basic('machine'))).json();
  const token = tokens.access_token;
  assert.equal((await post('/revoke', { token }, basic('machine'))).status, 200);
  await inactive(await post('/introspect', { token }, basic('apis')));
});

provesRule(rules.tokenMayBeSeen, async () => {
  const { post, obtainTokens } = await startServer();
  const { access_token } = await obtainTokens();
  await inactive(await post('/introspect', { token: access_token }, basic('other')));
});

test('a revoked access token leaves the others of its grant alone', async () => {
  const { post, obtainTokens } = await startServer();
  const { access_token, refresh_token } = await obtainTokens();
  const response = await post('/revoke', { token: access_token }, basic('app'));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/json');
  await inactive(await post('/introspect', { token: access_token }, basic('apis')));
  assert.equal(
    (await post('/token', refreshForm(refresh_token), basic('app'))).status,
    200,
  );
});

test('a revoked refresh token takes its access tokens with it (RFC 7009 section 2.1)', async () => {
  const { post, obtainTokens } = await startServer();
  const { access_token, refresh_token } = await obtainTokens();
  const form = { token: refresh_token, token_type_hint: 'access_token' };
  assert.equal((await post('/revoke', form, basic('app'))).status, 200);
  await inactive(await post('/introspect', { token: access_token }, basic('apis')));
  await inactive(await post('/introspect', { token: refresh_token }, basic('app')));
});

test('revoking what is no token is 200, for a good client only (RFC 7009 section 2.2)', async () => {
  const { post } = await startServer();
  assert.equal((await post('/revoke', { token: 'unknown' }, basic('app'))).status, 200);
  const bad = await post('/revoke', { token: 'unknown' }, basic('app', 'wrong'));
  await refused(bad, 401, 'invalid_client');
});

provesRule(rules.revocationOfOwnToken, async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  const response = await post('/revoke', { token: refresh_token }, basic('other'));
  await refused(response, 400, 'invalid_grant');
  assert.equal(
    (await post('/token', refreshForm(refresh_token), basic('app'))).status,
    200,
  );
});

test('a machine sees its own token', async () => {
  const { post } = await startServer();
  const { access_token } = await (
    await post('/token', machineRequest, basic('machine'))
  ).json();
  const response = await post('/introspect', { token: access_token }, basic('machine'));
  assert.equal((await response.json()).aud, contacts);
});
