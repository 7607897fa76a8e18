/** The worker proves who it is with a key of its own (RFC 7523). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeUnverified, isSignedBy } from '@four-roles/protocol/jwt';
import { stubFiles } from './stub-files.ts';
import { stubServers, workerFacing } from './stub-servers.ts';

async function signingWorker(t: Parameters<typeof stubServers>[0] & {}) {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const method = 'private_key_jwt';
  const worker = workerFacing(stub, { ...files, file: files.file(), method });
  const assertions = () =>
    stub
      .asked('/token')
      .map(({ body }) => new URLSearchParams(body).get('client_assertion') ?? '');
  return { stub, worker, assertions };
}

test('a token request carries a signed assertion in the place of a secret (RFC 7523, section 2.2)', async (t) => {
  const { stub, worker, assertions } = await signingWorker(t);
  await worker.getRates();
  const [request] = stub.asked('/token');
  assert.equal(request?.headers.authorization, undefined);
  const { client_assertion, ...others } = Object.fromEntries(
    new URLSearchParams(request?.body),
  );
  assert.deepEqual(others, {
    grant_type: 'client_credentials',
    resource: `${stub.origin}/gateway`,
    scope: 'gateway.call',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  const [registered] = JSON.parse(stub.asked('/register')[0]?.body ?? '').jwks.keys;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', registered, curve, true, ['verify']);
  assert.ok(await isSignedBy(assertions()[0]!, key));
});

test('it is for this authorization server, for a minute, and for one use (RFC 7523, section 3)', async (t) => {
  const { stub, worker, assertions } = await signingWorker(t);
  await worker.getRates();
  worker.clock.advance(600);
  await worker.getRates();
  const [first, second] = assertions().map((each) => decodeUnverified(each)?.claims);
  const now = worker.clock.now() / 1000;
  assert.equal(second?.iss, 'app_1');
  assert.equal(second?.sub, 'app_1');
  assert.equal(second?.aud, stub.origin);
  assert.equal(second?.iat, now);
  assert.equal(second?.exp, now + 60);
  assert.equal(typeof first?.jti, 'string');
  assert.notEqual(first?.jti, second?.jti);
});

test('no private key crosses the wire', async (t) => {
  const { stub, worker } = await signingWorker(t);
  await worker.getRates();
  const sent = JSON.stringify(stub.seen);
  assert.doesNotMatch(sent, /\\"d\\":/);
});
