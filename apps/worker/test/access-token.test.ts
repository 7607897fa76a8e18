import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentials, stubServers, tokenAnswer, workerFacing } from './stub-servers.ts';

test('asks for a token with its credentials in the header, for one resource and one scope (RFC 6749, section 4.4.2)', async (t) => {
  const stub = await stubServers(t);
  await workerFacing(stub).getRates();
  const [request] = stub.asked('/token');
  const basic = Buffer.from(`${credentials.client_id}:${credentials.client_secret}`);
  assert.equal(request?.headers.authorization, `Basic ${basic.toString('base64')}`);
  assert.match(
    request?.headers['content-type'] ?? '',
    /^application\/x-www-form-urlencoded/,
  );
  assert.deepEqual(Object.fromEntries(new URLSearchParams(request?.body)), {
    grant_type: 'client_credentials',
    resource: `${stub.origin}/gateway`,
    scope: 'gateway.call',
  });
  assert.equal(request?.headers['user-agent'], 'FourRoles-Worker/1');
});

test('one token serves many calls, until 30 seconds before it expires', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await worker.getRates();
  worker.clock.advance(569);
  await worker.getRates();
  assert.equal(worker.tokens.requested(), 1);
  worker.clock.advance(1);
  await worker.getRates();
  assert.equal(worker.tokens.requested(), 2);
  assert.deepEqual(
    stub.asked('/gateway/rates').map((call) => call.headers.authorization),
    ['Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
  );
});

test('a clock that is put back, or forward, keeps no token beyond its life (RFC 6749, section 5.1)', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await worker.getRates();
  worker.clock.advance(-30);
  await worker.getRates();
  worker.clock.advance(569);
  await worker.getRates();
  assert.equal(worker.tokens.requested(), 1);
  worker.clock.advance(1);
  await worker.getRates();
  assert.equal(worker.tokens.requested(), 2, 'by the time of day it would have 30 left');
});

test('the authorization server is away: a kept token goes on serving, a new one is asked for with longer and longer waits, and then it recovers', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await worker.getRates();
  const well = stub.token;
  stub.token = () => ({ broken: true });
  worker.clock.advance(500);
  await worker.getRates();
  assert.deepEqual(worker.waits, []);
  worker.clock.advance(100);
  await assert.rejects(worker.getRates(), { message: `${stub.origin} does not answer` });
  assert.deepEqual(worker.waits, [250, 500, 1000, 2000]);
  stub.token = well;
  await worker.getRates();
  assert.equal(worker.served(), 3);
});

test('twenty callers at once share one request, and discovery is done once', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await Promise.all(Array.from({ length: 20 }, worker.getRates));
  assert.equal(stub.asked('/token').length, 1);
  assert.equal(stub.asked('/.well-known/oauth-authorization-server').length, 1);
  assert.equal(worker.served(), 20);
});

test('another resource, or another scope, gets a token of its own', async (t) => {
  const stub = await stubServers(t);
  const { call } = workerFacing(stub);
  const resource = `${stub.origin}/business/contacts`;
  const read = { method: 'GET', path: '' } as const;
  await call({ resource, scope: 'contacts.read' }, read);
  await call({ resource, scope: 'contacts.write' }, read);
  await call({ resource: `${stub.origin}/gateway`, scope: 'gateway.call' }, read);
  assert.equal(stub.asked('/token').length, 3);
});

test('a shared request that fails is not remembered', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const well = stub.token;
  stub.token = () => ({ status: 400, json: { error: 'invalid_scope' } });
  await assert.rejects(
    worker.getRates(),
    /The token endpoint answered 400 invalid_scope/,
  );
  assert.equal(stub.asked('/token').length, 1, 'a refusal is not tried again');
  stub.token = well;
  await worker.getRates();
});

test('a token without a scope in its answer is for just what was asked (RFC 6749, section 5.1)', async (t) => {
  const stub = await stubServers(t);
  stub.token = () => tokenAnswer({ scope: undefined, token_type: 'bearer' });
  await workerFacing(stub).getRates();
});

test('the token endpoint is busy: the worker comes back', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const well = stub.token;
  stub.token = () => {
    stub.token = well;
    return { status: 503, headers: { 'Retry-After': '2' } };
  };
  await worker.getRates();
  assert.deepEqual(worker.waits, [2250]);
});

test('nobody answers: the worker tries five times, and says who was away', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.token = () => ({ broken: true });
  await assert.rejects(worker.getRates(), { message: `${stub.origin} does not answer` });
  assert.equal(stub.asked('/token').length, 5);
});
