/** Its credentials are refused one day: what the worker does, and what it does not do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stubFiles } from './stub-files.ts';
import {
  type Answer,
  registrationAnswer,
  type Seen,
  stubServers,
  tokenAnswer,
  workerFacing,
} from './stub-servers.ts';

const invalidClient: Answer = {
  status: 401,
  json: { error: 'invalid_client', error_description: 'The client is suspended' },
};

const secretIn = ({ headers }: Seen) =>
  Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64')
    .toString()
    .split(':')[1];

/** A worker that has registered itself and whose tokens have expired since. */
async function registered(
  t: Parameters<typeof stubServers>[0] & {},
  method: 'client_secret_basic' | 'private_key_jwt' = 'client_secret_basic',
) {
  const stub = await stubServers(t);
  const files = stubFiles(t);
  const worker = workerFacing(stub, { ...files, file: files.file(), method });
  await worker.getRates();
  worker.clock.advance(601);
  worker.printed.length = 0;
  stub.seen.length = 0;
  /** From now on this secret, and no other, is accepted. */
  const accept = (secret: string) => {
    stub.token = (request) =>
      secretIn(request) === secret ? tokenAnswer() : invalidClient;
  };
  const run = () => {
    worker.registration.beginRun();
    return worker.getRates();
  };
  /** Paths of what it asked of the authorization server, and clear them. */
  const asked = () =>
    stub.seen
      .splice(0)
      .filter(({ path }) => !path.startsWith('/gateway'))
      .map(({ method: verb, path }) => `${verb} ${path}`);
  return { stub, files, worker, accept, run, asked };
}

const wholeRecovery = [
  'POST /token',
  'GET /register/app_1',
  'POST /register/app_1/secret',
  'POST /token',
];

test('the secret was rotated and both work for a while: nothing happens at all', async (t) => {
  const { stub, run, worker, asked } = await registered(t);
  stub.token = (request) =>
    ['secret-1', 'secret-new'].includes(secretIn(request) ?? '')
      ? tokenAnswer()
      : invalidClient;
  await run();
  assert.deepEqual(asked(), ['POST /token']);
  assert.deepEqual(worker.printed, []);
});

test('the secret was rotated, and an operator put the new one into the file: it reads the file again', async (t) => {
  const { files, run, worker, accept, asked } = await registered(t);
  accept('secret-of-the-operator');
  files.put({ ...files.content(), client_secret: 'secret-of-the-operator' });
  await run();
  assert.deepEqual(asked(), ['POST /token', 'POST /token']);
  assert.deepEqual(worker.printed, [
    'credentials refused: others were in the file, it goes on with them',
  ]);
});

test('a file that is just being written changes nothing', async (t) => {
  const { stub, files, run, accept, asked } = await registered(t);
  accept('secret-2');
  files.put('half of a fi' as never);
  await run();
  assert.deepEqual(asked(), wholeRecovery);
  assert.equal(stub.asked('/register').length, 0);
});

test('the secret was rotated and nobody told it: it asks for one of its own, saves it and goes on', async (t) => {
  const { stub, files, run, worker, accept, asked } = await registered(t);
  accept('secret-2');
  await run();
  const [, read, secret] = stub.seen;
  for (const request of [read, secret]) {
    assert.equal(request?.headers.authorization, 'Bearer registration-access-token');
  }
  assert.deepEqual(asked(), wholeRecovery);
  assert.equal(files.content().client_secret, 'secret-2');
  assert.equal(files.content().registration_access_token, 'registration-access-token');
  assert.deepEqual(worker.printed, [
    'credentials refused: a new secret was asked for, it goes on with it',
  ]);
  assert.equal(worker.registration.standing().state, 'registered');
});

test('a new secret that is refused as well is not followed by another: no loop', async (t) => {
  const { run, worker, accept, asked } = await registered(t);
  accept('none that it could get');
  await assert.rejects(run(), /401 invalid_client/);
  assert.match(worker.registration.standing().reason ?? '', /until it is restarted$/);
  assert.deepEqual(asked(), [...wholeRecovery, 'GET /register/app_1']);
  worker.clock.advance(3600);
  await assert.rejects(run(), /401 invalid_client/);
  assert.deepEqual(asked(), ['POST /token', 'GET /register/app_1']);
});

test('a new secret is taken once a minute at most', async (t) => {
  const { stub, run, worker, asked } = await registered(t);
  const accept = (secret: string) => {
    stub.token = (request) =>
      secretIn(request) === secret ? tokenAnswer({ expires_in: 31 }) : invalidClient;
  };
  accept('secret-2');
  await run();
  asked();
  // Somebody rotates it again and again.
  accept('secret-3');
  stub.newSecret = () => ({ json: { client_secret: 'secret-3' } });
  worker.clock.advance(50);
  await assert.rejects(run(), /took a new secret less than a minute ago/);
  assert.deepEqual(asked(), ['POST /token', 'GET /register/app_1']);
  worker.clock.advance(10);
  await run();
  assert.deepEqual(asked(), wholeRecovery);
});

test('where the issuer has moved to another origin, it is asked there', async (t) => {
  const { files, run, accept, asked } = await registered(t);
  const moved = { registration_client_uri: 'https://localhost:9001/register/app_1' };
  files.put({ ...files.content(), ...moved, client_secret: 'secret-1' });
  accept('secret-2');
  await run();
  assert.deepEqual(asked().slice(-3), wholeRecovery.slice(1));
});

test('suspended: it asks once in each run, however many callers there are, and says so once', async (t) => {
  const { stub, worker, run, asked } = await registered(t);
  stub.token = () => invalidClient;
  stub.newSecret = () => ({ status: 403, json: { error: 'access_denied' } });
  for (let runs = 0; runs < 3; runs++) {
    await assert.rejects(run(), /401 invalid_client \(The client is suspended\)/);
    await assert.rejects(worker.getRates());
    await assert.rejects(worker.getRates());
    assert.deepEqual(asked(), wholeRecovery.slice(0, 3));
  }
  assert.deepEqual(worker.printed, [
    'refused: The token endpoint answered 401 invalid_client (The client is suspended); ' +
      'it asks again in its next run',
  ]);
});

test('resumed: the next run works again, and says so', async (t) => {
  const { stub, worker, run, asked } = await registered(t);
  const well = stub.token;
  stub.token = () => invalidClient;
  stub.newSecret = () => ({ status: 403, json: { error: 'access_denied' } });
  await assert.rejects(run());
  assert.equal(worker.registration.standing().state, 'refused');
  asked();
  stub.token = well;
  await run();
  assert.deepEqual(asked(), ['POST /token']);
  assert.equal(worker.printed.at(-1), 'accepted again');
  assert.equal(worker.registration.standing().state, 'registered');
});

test('a suspended worker goes on with tokens that it has: only the server can say that they are dead', async (t) => {
  const { stub, worker, run } = await registered(t);
  await run();
  stub.token = () => invalidClient;
  const other = { ...worker.access, scope: 'other' };
  await assert.rejects(worker.call(other, { method: 'GET', path: '/rates' }));
  await worker.getRates();
});

test('a worker that signs asks for no secret: it only asks whether it is still registered', async (t) => {
  const { stub, run, asked } = await registered(t, 'private_key_jwt');
  stub.token = () => invalidClient;
  await assert.rejects(run(), /401 invalid_client/);
  assert.deepEqual(asked(), ['POST /token', 'GET /register/app_1']);
});

test('deleted (RFC 7592, section 2.1): it says so, and stops asking until it has an initial access token', async (t) => {
  const { stub, files, worker, run, asked } = await registered(t);
  const well = stub.token;
  stub.token = () => invalidClient;
  stub.registration = () => ({ status: 401, json: { error: 'invalid_token' } });
  await assert.rejects(run(), /it was deleted at the authorization server/);
  assert.deepEqual(asked(), ['POST /token', 'GET /register/app_1']);
  for (let runs = 0; runs < 3; runs++) await assert.rejects(run(), /it was deleted/);
  assert.deepEqual(asked(), []);
  assert.equal(worker.printed.length, 1);
  assert.equal(worker.registration.standing().state, 'deleted');

  // An operator wants it back.
  files.putToken('another');
  stub.token = well;
  await run();
  assert.deepEqual(asked(), ['POST /register', 'POST /token']);
  assert.equal(worker.registration.standing().state, 'registered');
  assert.equal(files.hasToken(), false);
});

test('deleted while an initial access token lies there: it registers again at once', async (t) => {
  const { stub, files, run, asked } = await registered(t);
  files.putToken('another');
  let deleted = true;
  stub.token = () => (deleted ? invalidClient : tokenAnswer());
  stub.registration = () => ({ status: 401 });
  stub.register = ({ body }) => {
    deleted = false;
    return registrationAnswer(stub.origin, body);
  };
  await run();
  assert.deepEqual(asked(), [
    'POST /token',
    'GET /register/app_1',
    'POST /register',
    'POST /token',
  ]);
});

test('two resources whose tokens are refused at once get one new secret between them', async (t) => {
  const { stub, worker, accept } = await registered(t);
  accept('secret-2');
  await Promise.all(
    ['a', 'b', 'c'].map((scope) =>
      worker.call({ ...worker.access, scope }, { method: 'GET', path: '/rates' }),
    ),
  );
  assert.equal(stub.asked('/register/app_1/secret').length, 1);
});

test('busy is no refusal: it waits as long as it is told, and then gets its new secret', async (t) => {
  const { stub, worker, run, accept, asked } = await registered(t);
  accept('secret-2');
  const { registration, newSecret } = stub;
  let calls = 0;
  stub.registration = (request) =>
    calls++ === 0 ? { status: 503 } : registration(request);
  stub.newSecret = (request) =>
    calls++ === 2
      ? {
          status: 429,
          headers: { 'Retry-After': '7' },
          json: { error: 'too_many_requests' },
        }
      : newSecret(request);
  await run();
  assert.deepEqual(asked(), [
    ...wholeRecovery.slice(0, 2),
    ...wholeRecovery.slice(0, 3),
    ...wholeRecovery,
  ]);
  assert.equal(worker.waits.length, 2);
  assert.ok(worker.waits[1]! >= 7000);
  assert.equal(worker.registration.standing().state, 'registered');
});

test('the server goes away in the middle of it: that is no refusal', async (t) => {
  const { stub, worker, run } = await registered(t);
  stub.token = () => invalidClient;
  stub.registration = () => ({ broken: true });
  await assert.rejects(run(), { message: `${stub.origin} does not answer` });
  assert.equal(worker.registration.standing().state, 'registered');
  assert.equal(worker.waits.length, 4);
});
