/** The worker registers itself: what it says, what it keeps, and in which order. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { goodToken, stubFiles } from './stub-files.ts';
import { registrationAnswer, stubServers, workerFacing } from './stub-servers.ts';

test('without credentials it registers itself first, with the initial access token (RFC 7591, section 3.1)', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  await worker.getRates();

  const [request, ...more] = stub.asked('/register');
  assert.equal(more.length, 0);
  assert.equal(request?.method, 'POST');
  assert.equal(request?.headers.authorization, `Bearer ${goodToken}`);
  assert.deepEqual(JSON.parse(request?.body ?? ''), {
    client_name: 'Nightly',
    client_uri: 'http://localhost:9003',
    description: 'Works at night.',
    application_type: 'service',
    grant_types: ['client_credentials'],
    scope: 'gateway.call',
    token_endpoint_auth_method: 'client_secret_basic',
  });
  const basic = Buffer.from('app_1:secret-1').toString('base64');
  assert.equal(stub.asked('/token')[0]?.headers.authorization, `Basic ${basic}`);
});

test('what it was given is in a file that only its owner can read, and the initial access token is gone', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  await worker.getRates();
  assert.deepEqual(files.content(), {
    client_id: 'app_1',
    client_id_issued_at: 1_795_348_800,
    client_secret: 'secret-1',
    registration_access_token: 'registration-access-token',
    registration_client_uri: `${stub.origin}/register/app_1`,
    token_endpoint_auth_method: 'client_secret_basic',
  });
  assert.equal(statSync(files.name).mode & 0o777, 0o600);
  assert.equal(files.hasToken(), false);
  assert.deepEqual(worker.registration.standing().client, {
    client_id: 'app_1',
    token_endpoint_auth_method: 'client_secret_basic',
    registered_at: '2026-11-22T12:00:00Z',
  });
});

test('the next start registers nothing', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  await workerFacing(stub, { ...files, file: files.file() }).getRates();
  await workerFacing(stub, { ...files, file: files.file() }).getRates();
  assert.equal(stub.asked('/register').length, 1);
});

test('another method than the registered one is for the next registration, and it says so', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  await workerFacing(stub, { ...files, file: files.file() }).getRates();
  const method = 'private_key_jwt';
  const again = workerFacing(stub, { ...files, file: files.file(), method });
  await again.getRates();
  assert.match(stub.asked('/token')[1]?.headers.authorization ?? '', /^Basic /);
  assert.deepEqual(again.printed, [
    'registered for client_secret_basic: private_key_jwt has to be registered anew',
  ]);
});

test('an initial access token that cannot be removed keeps nobody from working', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t, { token: '' });
  // In the place of the file stands a folder, which is not removed like one.
  const { place, remove } = files.initialAccessToken;
  mkdirSync(join(place, 'something'), { recursive: true });
  const initialAccessToken = { place, remove, find: () => goodToken };
  await workerFacing(stub, { initialAccessToken, file: files.file() }).getRates();
  assert.ok(existsSync(place));
});

test('three callers at once register it once', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  const read = { method: 'GET', path: '/rates' } as const;
  await Promise.all(
    ['a', 'b', 'c'].map((scope) => worker.call({ ...worker.access, scope }, read)),
  );
  assert.equal(stub.asked('/register').length, 1);
  assert.equal(stub.asked('/token').length, 3);
});

test('the token of the environment registers it as well; the file is not looked at', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t, { token: 'of-the-file' });
  const initialAccessToken = {
    ...files.initialAccessToken,
    find: () => 'of-the-environment',
  };
  await workerFacing(stub, { initialAccessToken, file: files.file() }).getRates();
  const [request] = stub.asked('/register');
  assert.equal(request?.headers.authorization, 'Bearer of-the-environment');
});

test('with private_key_jwt it registers a public key, and keeps the private one (RFC 7591, section 2)', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  await workerFacing(stub, {
    ...files,
    file: files.file(),
    method: 'private_key_jwt',
  }).getRates();
  const sent = JSON.parse(stub.asked('/register')[0]?.body ?? '');
  assert.equal(sent.token_endpoint_auth_method, 'private_key_jwt');
  const [key] = sent.jwks.keys;
  assert.deepEqual(Object.keys(key).sort(), [
    'alg',
    'crv',
    'kid',
    'kty',
    'use',
    'x',
    'y',
  ]);
  const { private_key, ...kept } = files.content();
  assert.equal(private_key.kid, key.kid);
  assert.equal(typeof private_key.d, 'string');
  assert.equal('client_secret' in kept, false);
});

test('the key is saved before it is registered, so a crash in between loses nothing', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const given = { ...files, method: 'private_key_jwt' } as const;
  let keyOnDisk = '';
  stub.register = () => {
    keyOnDisk = files.content().private_key.kid;
    return { broken: true };
  };
  await assert.rejects(workerFacing(stub, { ...given, file: files.file() }).getRates(), {
    message: 'The registration was not answered, and may have been done',
  });
  assert.equal(stub.asked('/register').length, 1, 'it may have been done: not twice');
  assert.equal(files.hasToken(), true);

  // Started again, it registers the very same key.
  stub.register = ({ body }) => registrationAnswer(stub.origin, body);
  await workerFacing(stub, { ...given, file: files.file() }).getRates();
  const sent = JSON.parse(stub.asked('/register')[1]?.body ?? '');
  assert.equal(sent.jwks.keys[0].kid, keyOnDisk);
  assert.equal(files.content().private_key.kid, keyOnDisk);
});

test('a busy registration endpoint is come back to', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  const well = stub.register;
  stub.register = () => {
    stub.register = well;
    return { status: 429, headers: { 'Retry-After': '3' } };
  };
  await worker.getRates();
  assert.deepEqual(worker.waits, [3250]);
});

test('a refused initial access token is not shown again, a new one is', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t, { token: 'used up' });
  const worker = workerFacing(stub, { ...files, file: files.file() });
  stub.register = ({ headers, body }) =>
    headers.authorization === `Bearer ${goodToken}`
      ? registrationAnswer(stub.origin, body)
      : { status: 401, json: { error: 'invalid_token' } };
  for (let run = 0; run < 3; run++) {
    worker.registration.beginRun();
    await assert.rejects(worker.getRates(), /answered 401 invalid_token/);
  }
  assert.equal(stub.asked('/register').length, 1);
  assert.equal(worker.registration.standing().state, 'unregistered');

  files.putToken(goodToken);
  worker.registration.beginRun();
  await worker.getRates();
  assert.equal(worker.registration.standing().state, 'registered');
});

test('a server without a registration endpoint is named', async (t) => {
  const stub = await stubServers(t);
  stub.metadata = () => ({
    json: { issuer: stub.origin, token_endpoint: `${stub.origin}/token` },
  });
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file() });
  await assert.rejects(worker.getRates(), /does not let programs register themselves/);
});

test('credentials of the environment win: it registers nothing and replaces nothing', async (t) => {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { initialAccessToken: files.initialAccessToken });
  stub.token = () => ({ status: 401, json: { error: 'invalid_client' } });
  await assert.rejects(worker.getRates(), /401 invalid_client/);
  assert.deepEqual(
    stub.seen.map(({ path }) => path),
    ['/.well-known/oauth-authorization-server', '/token'],
  );
  assert.equal(worker.registration.standing().state, 'refused');
  assert.equal(existsSync(files.name), false);
});
