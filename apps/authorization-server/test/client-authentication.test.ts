/**
 * Client authentication: RFC 6749 section 2.3.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@four-roles/protocol/hash';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as rules from '../src/rules/client-authentication.ts';
import {
  basic,
  codeForm,
  refreshForm,
  refused,
  startServer,
  verifier,
} from './server.ts';

const machineRequest = { grant_type: 'client_credentials', scope: 'contacts.read' };
const inBody = (client_id: string) => ({
  ...machineRequest,
  client_id,
  client_secret: 'secret',
});

test('a client sends its secret in the header or in the body, as it registered', async () => {
  const { post } = await startServer();
  assert.equal((await post('/token', machineRequest, basic('machine'))).status, 200);
  assert.equal((await post('/token', inBody('machine-post'))).status, 200);
});

provesRule(rules.authenticationMethodRegistered, async () => {
  const { post } = await startServer();
  await refused(await post('/token', inBody('machine')), 401, 'invalid_client');
  const inHeader = await post('/token', machineRequest, basic('machine-post'));
  await refused(inHeader, 401, 'invalid_client');
});

test('the registered method counts at every endpoint that authenticates', async () => {
  const { post } = await startServer();
  for (const path of ['/token', '/introspect', '/revoke']) {
    await refused(await post(path, inBody('apis')), 401, 'invalid_client');
  }
});

test('the scheme is case-insensitive, and the credentials are form-decoded', async () => {
  const { post, storage } = await startServer();
  await storage.rotateClientSecret('machine', sha256('a:b c%+é'), 0);
  const { authorization } = basic('machine', 'a:b c%+é');
  const headers = { authorization: authorization.replace('Basic', 'bASIC') };
  assert.equal((await post('/token', machineRequest, headers)).status, 200);
});

provesRule(rules.oneAuthenticationMethod, async () => {
  const { post } = await startServer();
  const both = await post('/token', inBody('machine'), basic('machine'));
  await refused(both, 400, 'invalid_request');
});

test('every 401 names the scheme that would do (RFC 9110 section 15.5.2)', async () => {
  const { post } = await startServer();
  for (const response of [
    await post('/token', machineRequest, basic('machine', 'wrong')),
    await post('/token', { ...inBody('machine-post'), client_secret: 'wrong' }),
    await post('/token', machineRequest),
  ]) {
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate')!, /^Basic realm="/);
  }
});

provesRule(rules.credentialsNotInUri, async () => {
  const { post } = await startServer();
  for (const name of ['client_secret', 'client_assertion', 'refresh_token', 'token']) {
    const path = `/token?${name}=secret`;
    const response = await post(path, machineRequest, basic('machine'));
    await refused(response, 400, 'invalid_request');
  }
});

provesRule(rules.basicCredentialsWellFormed, async () => {
  const { post } = await startServer();
  for (const authorization of [
    'Basic',
    'Basic !!!',
    'Basic bm8tY29sb24=',
    'Bearer x',
    'Basic JTpzZWNyZXQ=',
  ]) {
    const response = await post('/token', machineRequest, { authorization });
    await refused(response, 401, 'invalid_client');
    assert.match(response.headers.get('www-authenticate')!, /^Basic /);
  }
});

provesRule(rules.clientIdAgrees, async () => {
  const { post } = await startServer();
  const form = { ...machineRequest, client_id: 'app' };
  await refused(await post('/token', form, basic('machine')), 400, 'invalid_request');
});

provesRule(rules.clientKnown, async () => {
  const { post } = await startServer();
  await refused(
    await post('/token', machineRequest, basic('nobody')),
    401,
    'invalid_client',
  );
  await refused(await post('/token', machineRequest), 401, 'invalid_client');
});

provesRule(rules.confidentialClientAuthenticates, async () => {
  const { post, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  // With the rule off there is still no secret that would match: the next rule refuses.
  const response = await post('/token', {
    ...refreshForm(refresh_token),
    client_id: 'app',
  });
  await refused(response, 401, 'invalid_client');
  const { error_description } = (await response.json()) as { error_description: string };
  assert.match(error_description, /confidential-client-authenticates/);
});

provesRule(rules.clientSecretMatches, async () => {
  const { post } = await startServer();
  for (const secret of ['', 'Secret', 'secret\0', 'secret\0\0\0', 'secre', 'secrett']) {
    const response = await post('/token', machineRequest, basic('machine', secret));
    await refused(response, 401, 'invalid_client');
  }
});

provesRule(rules.replacedSecretInTime, async () => {
  const { post, storage, clock } = await startServer();
  const until = clock.now() / 1000 + 60;
  await storage.rotateClientSecret('machine', sha256('new'), until);
  clock.advance(60);
  const late = await post('/token', machineRequest, basic('machine', 'secret'));
  await refused(late, 401, 'invalid_client');
});

test('after a rotation both secrets work until the stated time, then the new one alone', async () => {
  const { post, storage, clock } = await startServer();
  const statusWith = async (secret: string) =>
    (await post('/token', machineRequest, basic('machine', secret))).status;
  const until = clock.now() / 1000 + 60;
  await storage.rotateClientSecret('machine', sha256('new'), until);
  clock.advance(59);
  assert.deepEqual([await statusWith('secret'), await statusWith('new')], [200, 200]);
  clock.advance(1);
  assert.deepEqual([await statusWith('secret'), await statusWith('new')], [401, 200]);
});

test('a second rotation ends the secret of before the first, whatever its time', async () => {
  const { post, storage, clock } = await startServer();
  const until = clock.now() / 1000 + 60;
  await storage.rotateClientSecret('machine', sha256('second'), until);
  await storage.rotateClientSecret('machine', sha256('third'), until);
  for (const [secret, status] of [
    ['secret', 401],
    ['second', 200],
    ['third', 200],
  ] as const) {
    const response = await post('/token', machineRequest, basic('machine', secret));
    assert.equal(response.status, status, secret);
  }
});

test('a replaced secret, sent again and again, is no guessing', async () => {
  const { post, storage } = await startServer();
  await storage.rotateClientSecret('machine', sha256('new'), 0);
  for (let i = 0; i < 30; i += 1) {
    const late = await post('/token', machineRequest, basic('machine', 'secret'));
    await refused(late, 401, 'invalid_client');
  }
});

provesRule(rules.clientNotSuspended, async () => {
  const { post, storage, clock } = await startServer();
  await storage.suspendClient('machine', clock.now() / 1000);
  const response = await post('/token', machineRequest, basic('machine'));
  await refused(response, 401, 'invalid_client');
});

test('a suspended client cannot refresh; resumed, it starts anew with what it is issued then', async () => {
  const { post, storage, clock, obtainTokens } = await startServer();
  const { refresh_token } = await obtainTokens();
  await storage.suspendClient('app', clock.now() / 1000);
  const refresh = () => post('/token', refreshForm(refresh_token), basic('app'));
  await refused(await refresh(), 401, 'invalid_client');
  await storage.resumeClient('app');
  await refused(await refresh(), 400, 'invalid_grant');
});

test('a suspended resource server is told nothing, a suspended client may give a token back', async () => {
  const { post, storage, clock } = await startServer();
  const form = { token: 'any' };
  for (const clientId of ['apis', 'machine']) {
    await storage.suspendClient(clientId, clock.now() / 1000);
  }
  await refused(await post('/introspect', form, basic('apis')), 401, 'invalid_client');
  assert.equal((await post('/revoke', form, basic('machine'))).status, 200);
  const guess = await post('/revoke', form, basic('machine', 'guess'));
  await refused(guess, 401, 'invalid_client');
});

provesRule(rules.publicClientSendsNoSecret, async () => {
  const { post, agree, signIn } = await startServer();
  const { authorizationRequest } = await import('./server.ts');
  const redirect_uri = 'http://127.0.0.1:4444/cb';
  const query = authorizationRequest({ client_id: 'native', redirect_uri });
  const code = (await agree(await signIn(), query)).searchParams.get('code')!;
  const form = codeForm(code, { redirect_uri, code_verifier: verifier });
  await refused(await post('/token', form, basic('native', 'x')), 401, 'invalid_client');
});

provesRule(rules.secretGuessingSlowed, async () => {
  const { post } = await startServer();
  const guess = (secret: string) =>
    post('/token', machineRequest, basic('machine', secret));
  for (let i = 0; i < 20; i += 1) await guess(`guess-${i}`);
  const response = await guess('one-more');
  await refused(response, 429, 'too_many_requests');
  assert.equal(response.headers.get('retry-after'), '1');
});

test('whoever guesses cannot keep the client itself out', async () => {
  const { post } = await startServer();
  for (let i = 0; i < 30; i += 1) {
    await post('/token', machineRequest, basic('machine', `guess-${i}`));
  }
  assert.equal((await post('/token', machineRequest, basic('machine'))).status, 200);
});
