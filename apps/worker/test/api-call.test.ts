import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, stubServers, workerFacing } from './stub-servers.ts';

const invalidToken: Answer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Bearer realm="acorn", error="invalid_token"' },
};

test('a refused token is dropped and a new one asked for, once (RFC 6750, section 3.1)', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const well = stub.api;
  stub.api = ({ headers }) =>
    headers.authorization === 'Bearer token-1' ? invalidToken : well({} as never);
  assert.deepEqual(await worker.getRates(), { rates: 'fine' });
  assert.equal(worker.tokens.requested(), 2);
  await worker.getRates();
  assert.equal(worker.tokens.requested(), 2, 'the new token is kept');
});

test('the keys of the authorization server were rotated, and the resource server has to fetch the new one: no call is lost', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await worker.getRates();
  const served: Answer = { json: { rates: 'fine' } };
  for (const moment of [
    [invalidToken],
    [{ status: 503 }],
    [invalidToken, { status: 503 }],
  ]) {
    const answers: Answer[] = [...moment, served];
    stub.api = () => answers.shift()!;
    assert.deepEqual(await worker.getRates(), { rates: 'fine' });
  }
});

test('a second refusal is an answer: no third token is asked for', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => invalidToken;
  await assert.rejects(worker.getRates(), { status: 401 });
  assert.equal(worker.tokens.requested(), 2);
  assert.deepEqual(worker.waits, []);
});

test('ten parallel calls whose token is refused share one new token', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  await worker.getRates();
  const well = stub.api;
  stub.api = ({ headers }) =>
    headers.authorization === 'Bearer token-1' ? invalidToken : well({} as never);
  await Promise.all(Array.from({ length: 10 }, worker.getRates));
  assert.equal(worker.tokens.requested(), 2);
});

test('a 401 without invalid_token does not cost a token', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => ({ status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
  await assert.rejects(worker.getRates(), { status: 401 });
  assert.equal(worker.tokens.requested(), 1);
});

test('insufficient_scope is named, and not tried again', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => ({ status: 403, json: { error: 'insufficient_scope' } });
  await assert.rejects(worker.getRates(), {
    message: '/gateway/rates answered 403 insufficient_scope',
  });
  assert.equal(stub.asked('/gateway/rates').length, 1);
});

test('waits longer after each failure, at random below a limit that doubles', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => ({ status: 503 });
  await assert.rejects(worker.getRates(), { message: /answered with 503/ });
  assert.deepEqual(worker.waits, [250, 500, 1000, 2000]);
  assert.equal(stub.asked('/gateway/rates').length, 5);
});

test('comes back no sooner than Retry-After says, in seconds or as a date (RFC 9110, section 10.2.3)', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const date = new Date(worker.clock.now() + 7000).toUTCString();
  const answers: Answer[] = [
    { status: 429, headers: { 'Retry-After': '3' } },
    { status: 429, headers: { 'Retry-After': date } },
    { json: { rates: 'fine' } },
  ];
  stub.api = () => answers.shift()!;
  await worker.getRates();
  assert.deepEqual(worker.waits, [3250, 7500]);
});

test('a Retry-After of an hour is not waited for', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => ({ status: 429, headers: { 'Retry-After': '3600' } });
  await assert.rejects(worker.getRates(), { message: /answered with 429/ });
  assert.deepEqual(worker.waits, []);
});

test('a POST that may have been done is not sent again without an Idempotency-Key', async (t) => {
  const stub = await stubServers(t);
  const { call } = workerFacing(stub);
  const access = {
    resource: `${stub.origin}/business/contacts`,
    scope: 'contacts.write',
  };
  const post = { method: 'POST', path: '', json: {} } as const;
  for (const answer of [{ broken: true }, { status: 502 }]) {
    stub.seen.length = 0;
    stub.api = () => answer;
    await assert.rejects(call(access, post));
    assert.equal(stub.asked('/business/contacts').length, 1);
    await assert.rejects(call(access, { ...post, idempotencyKey: 'key' }));
    assert.equal(stub.asked('/business/contacts').length, 1 + 5);
  }
});

test('the resource itself, a query of it, and what lies below: all get its token', async (t) => {
  const stub = await stubServers(t);
  const { call, served } = workerFacing(stub);
  const access = { resource: `${stub.origin}/business/contacts`, scope: 'contacts.read' };
  for (const path of ['', '?limit=20', '/con_1']) {
    await call(access, { method: 'GET', path });
  }
  assert.equal(served(), 3);
});

test('a redirect is not followed: the token stays where it is', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  stub.api = () => ({ status: 307, headers: { Location: `${stub.origin}/elsewhere` } });
  await assert.rejects(worker.getRates(), { status: 307 });
  assert.equal(stub.asked('/elsewhere').length, 0);
});

test('told to stop, it begins no new call', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  worker.stop.abort();
  await assert.rejects(worker.getRates(), { name: 'AbortError' });
  assert.equal(stub.seen.length, 0);
});
