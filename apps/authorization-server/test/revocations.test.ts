/**
 * POST /revocations: what a resource server is told of everything that was
 * taken back. Ours; RFC 7009 section 3 leaves this exchange open.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { revocationsReadByResourceServer } from '../src/rules/token-status.ts';
import { basic, publicClient, refused, startServer } from './server.ts';

type Server = Awaited<ReturnType<typeof startServer>>;

const machineRequest = { grant_type: 'client_credentials', scope: 'contacts.read' };

async function list({ post }: Server) {
  const response = await post('/revocations', {}, basic('apis'));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('access-control-allow-origin'), null);
  return response.json();
}

async function machineToken({ post }: Server) {
  const answer = await post('/token', machineRequest, basic('machine'));
  const token = String((await answer.json()).access_token);
  return { token, jti: decodeUnverified(token)!.claims.jti! };
}

test('nothing was revoked: a list of nothing, with its time', async () => {
  const server = await startServer();
  await server.obtainTokens();
  const as_of = server.clock.now() / 1000;
  assert.deepEqual(await list(server), { as_of, tokens: [], grants: [], clients: [] });
});

test('a token, a grant and a client, each by its name, and no credential', async () => {
  const server = await startServer();
  const { token, jti } = await machineToken(server);
  await server.post('/revoke', { token }, basic('machine'));
  const { access_token, refresh_token } = await server.obtainTokens();
  await server.post('/revoke', { token: refresh_token }, basic('app'));
  const now = server.clock.now() / 1000;
  await server.storage.suspendClient('machine', now);
  const answer = await list(server);
  assert.deepEqual(answer, {
    as_of: now,
    tokens: [jti],
    grants: [decodeUnverified(access_token)!.claims.jti!.split('.')[0]],
    clients: [{ client_id: 'machine', revoked_at: now }],
  });
  for (const secret of [token, access_token, refresh_token]) {
    assert.ok(!JSON.stringify(answer).includes(secret));
  }
});

test('an entry stays until the token is dead for a resource server whose clock is a minute late', async () => {
  const server = await startServer();
  const { clock, storage } = server;
  const { token, jti } = await machineToken(server);
  await server.post('/revoke', { token }, basic('machine'));
  clock.advance(600 + 59);
  await storage.removeExpiredRows(clock.now() / 1000);
  assert.deepEqual((await list(server)).tokens, [jti]);
  clock.advance(1);
  assert.deepEqual((await list(server)).tokens, []);
});

provesRule(revocationsReadByResourceServer, async () => {
  const { post, storage } = await startServer();
  await refused(await post('/revocations', {}, basic('machine')), 403, 'access_denied');
  const apis = (await storage.findClient('apis'))!;
  await storage.keepClient({ ...apis, ...publicClient, clientId: 'open-apis' });
  const response = await post('/revocations', { client_id: 'open-apis' });
  await refused(response, 403, 'access_denied');
});

test('without credentials, with wrong ones, or with another method, there is no list', async () => {
  const { post, send } = await startServer();
  await refused(await post('/revocations', {}), 401, 'invalid_client');
  const wrong = await post('/revocations', {}, basic('apis', 'wrong'));
  await refused(wrong, 401, 'invalid_client');
  const read = await send('/revocations', { headers: basic('apis') });
  assert.equal(read.status, 405);
  assert.equal(read.headers.get('allow'), 'POST');
});
