/**
 * What was answered survives: kill -9, restarts, two processes on one file.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { seconds, writeClock } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { createCodeVerifier } from '@four-roles/protocol/pkce';
import { openStorage } from '../src/storage/storage.ts';
import {
  authorizationUrl,
  browseThroughConsent,
  freePort,
  prepare,
  redirectUri,
  registerMachine,
  start,
  stop,
} from './process.ts';
import { type Answer, basic, startServer } from './server.ts';

const post = (
  origin: string,
  form: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> =>
  fetch(`${origin}/token`, { method: 'POST', body: new URLSearchParams(form), headers });

test('kill -9 loses nothing that was answered and lets nothing be used twice', async (t) => {
  const { origin, env: prepared, secretOf, clean, folder } = await prepare();
  // A restart takes its time: meanwhile neither the code nor the grace window ends.
  const env = { ...prepared, CLOCK_FILE: join(folder, 'clock') };
  writeClock(env.CLOCK_FILE, { movedBy: 0, standsAt: Date.now() });
  let child = await start(env);
  t.after(async () => {
    await stop(child, 'SIGKILL');
    clean();
  });
  const restart = async () => {
    await stop(child, 'SIGKILL');
    child = await start(env);
  };
  const authentication = basic('briefing', secretOf('briefing'));
  const code_verifier = createCodeVerifier();

  const answer = await browseThroughConsent(
    origin,
    authorizationUrl(origin, code_verifier),
  );
  const keys = await (await fetch(`${origin}/jwks`)).text();
  await restart();
  assert.equal(await (await fetch(`${origin}/jwks`)).text(), keys);

  const redeem = {
    grant_type: 'authorization_code',
    code: answer.searchParams.get('code')!,
    redirect_uri: redirectUri,
    code_verifier,
  };
  const first = await post(origin, redeem, authentication);
  assert.equal(first.status, 200);
  const { refresh_token } = await first.json();
  await restart();

  const refresh = { grant_type: 'refresh_token', refresh_token };
  const second = await post(origin, refresh, authentication);
  assert.equal(second.status, 200);
  const successor = (await second.json()).refresh_token;
  await restart();

  // The answer was lost on the way, say: asked again, it is the same.
  const again = await post(origin, refresh, authentication);
  assert.equal((await again.json()).refresh_token, successor);
  await restart();

  // The code was spent before all these restarts, and is still spent.
  assert.equal((await post(origin, redeem, authentication)).status, 400);
  assert.equal(statSync(join(folder, 'authorization-server.sqlite')).mode & 0o777, 0o600);
});

test('two processes on one file: each code and each refresh token is spent once', async (t) => {
  const { origin, port, env, secretOf, clean } = await prepare();
  const otherPort = await freePort();
  const [one, two] = await Promise.all([
    start(env),
    start({ ...env, AUTHORIZATION_SERVER_PORT: String(otherPort) }),
  ]);
  t.after(async () => {
    await stop(one, 'SIGTERM');
    await stop(two, 'SIGTERM');
    clean();
  });
  const authentication = basic('briefing', secretOf('briefing'));
  const origins = [`http://localhost:${port}`, `http://localhost:${otherPort}`];

  for (let round = 0; round < 5; round += 1) {
    const code_verifier = createCodeVerifier();
    const answer = await browseThroughConsent(
      origin,
      authorizationUrl(origin, code_verifier),
    );
    const redeem = {
      grant_type: 'authorization_code',
      code: answer.searchParams.get('code')!,
      redirect_uri: redirectUri,
      code_verifier,
    };
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) => post(origins[i % 2]!, redeem, authentication)),
    );
    const statuses = all.map((response) => response.status).sort();
    assert.deepEqual(statuses, [200, ...Array(9).fill(400)]);
  }
});

test('what one process writes about a client, the other one heeds at once', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'clients.sqlite');
  const one = await startServer(file);
  const two = openStorage(file);
  const machine = { grant_type: 'client_credentials', scope: 'contacts.read' };
  assert.equal((await one.post('/token', machine, basic('machine'))).status, 200);
  await two.rotateClientSecret('machine', sha256('rotated'), 0);
  assert.equal((await one.post('/token', machine, basic('machine'))).status, 401);
  const rotated = await one.post('/token', machine, basic('machine', 'rotated'));
  assert.equal(rotated.status, 200);
});

test('stopping finishes what is in flight', async (t) => {
  const { port, origin, env, initialAccessToken, clean } = await prepare();
  t.after(clean);
  const child = await start(env);
  const nightly = await registerMachine(origin, initialAccessToken);
  const body = 'grant_type=client_credentials&scope=contacts.read';
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const { authorization } = basic(nightly.client_id, nightly.client_secret);
  socket.write(
    `POST /token HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: ${authorization}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n` +
      'Expect: 100-continue\r\n\r\n',
  );
  assert.match(String(await once(socket, 'data')), /^HTTP\/1\.1 100 Continue/);

  // The request is half sent when the server is told to stop. It takes no other one.
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  while (await isListening(port)) await setImmediate();
  socket.write(body);
  assert.match(String(await once(socket, 'data')), /^HTTP\/1\.1 200 OK/);
  assert.deepEqual(await exit, [0, null]);
});

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test('rows that can no longer change an answer are removed', async (t) => {
  const { folder, clean } = await prepare();
  t.after(clean);
  const file = join(folder, 'rows.sqlite');
  const { post, obtainCode, obtainTokens, storage, clock, submit } =
    await startServer(file);
  await obtainCode();
  const { access_token } = await obtainTokens();
  await submit('/login', { username: 'ada', password: 'wrong' });
  await post('/revoke', { token: access_token }, basic('app'));
  const sqlite = new DatabaseSync(file);
  const passing = [
    ...['sessions', 'authorization_codes', 'grants', 'refresh_tokens'],
    ...['revocations', 'failed_attempts'],
  ];
  const count = (table: string) =>
    sqlite.prepare(`select count(*) n from ${table}`).get()?.n;
  for (const table of passing) assert.notEqual(count(table), 0, table);
  clock.advance(31 * 24 * 3600);
  await storage.removeExpiredRows(seconds(clock));
  for (const table of passing) assert.equal(count(table), 0, table);
});

test('a taken port is named, with the setting that moves it', async () => {
  const { env, clean } = await prepare();
  const child = await start(env);
  const second = spawnSync(process.execPath, ['src/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env,
    encoding: 'utf8',
  });
  assert.equal(second.status, 1);
  assert.match(
    second.stderr,
    /^Port \d+ is taken\. Set AUTHORIZATION_SERVER_ORIGIN to move/,
  );
  await stop(child, 'SIGTERM');
  clean();
});
