/** What befalls a worker in the course of its life, at the real servers. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeClock } from '@four-roles/protocol/clock';
import { rootFolder } from '../src/root-folder.ts';
import { type RunReport, workerWorld } from './worker-world.ts';

const allDone = ({ jobs }: RunReport) => jobs.length === 3 && jobs.every(({ ok }) => ok);
const tokenLifetime = 600;

/** Longer than a verdict of the resource server on a token is kept. */
const aMoment = 6;

test('it registers itself, works, is started again and is still the same client', async (t) => {
  const { startWorker, read, file } = await workerWorld(t);
  const worker = await startWorker();
  const { client, runs } = await worker.status();
  assert.ok(allDone(runs[0]!), worker.said.join('\n'));
  assert.equal(runs[0]?.tokens_requested, 3);
  assert.equal(client.client?.client_id, read('nightly').client_id);
  assert.equal(existsSync(file('initial-access-token')), false);
  await worker.stop();

  const again = await startWorker();
  assert.equal((await again.status()).client.client?.client_id, client.client?.client_id);
});

test('its secret is rotated under it, and the old one stops at once: it gets one of its own', async (t) => {
  const { startWorker, read, passTime } = await workerWorld(t);
  const worker = await startWorker();
  const before = read('nightly');
  const rotate = async (previous_secret_lifetime: number) => {
    const { registration_client_uri, registration_access_token } = read('nightly');
    const response = await fetch(`${registration_client_uri}/secret`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${registration_access_token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ previous_secret_lifetime }),
    });
    assert.equal(response.status, 200);
  };

  // Both work for an hour: nothing happens.
  await rotate(3600);
  passTime(tokenLifetime);
  assert.ok(allDone(await worker.run()));
  assert.deepEqual(read('nightly'), before);

  await rotate(0);
  passTime(tokenLifetime);
  assert.ok(allDone(await worker.run()), worker.said.join('\n'));
  assert.notEqual(read('nightly').client_secret, before.client_secret);
  assert.equal(worker.said.filter((line) => line.includes('new secret')).length, 1);
});

for (const REVOCATION_CHECK of ['introspection', 'list']) {
  test(`its tokens are revoked under it (${REVOCATION_CHECK}): it gets each anew, once, and no call is lost`, async (t) => {
    const { startWorker, read, passTime, ada } = await workerWorld(t, {
      REVOCATION_CHECK,
    });
    const worker = await startWorker();
    const { client_id } = read('nightly');
    const { press, tokensOf } = await ada();
    const held = await tokensOf(client_id);
    assert.equal(held.length, 3);
    for (const jti of held) await press(client_id, 'revoke-token', { jti });
    passTime(aMoment);
    const run = await worker.run();
    assert.ok(allDone(run), worker.said.join('\n'));
    assert.equal(run.tokens_requested, 3);
  });
}

test('the keys of the authorization server are rotated, and rotated again: there is nothing for it to do', async (t) => {
  const { startWorker, environment, passTime } = await workerWorld(t);
  const worker = await startWorker();
  const rotate = () =>
    execFileSync(process.execPath, ['packages/launcher/src/rotate-keys.ts'], {
      cwd: rootFolder,
      env: environment,
    });
  rotate();
  assert.ok(allDone(await worker.run()));
  // The new key signs, and each token is a new one.
  passTime(2 * tokenLifetime);
  rotate();
  assert.ok(allDone(await worker.run()), worker.said.join('\n'));
});

test('suspended it waits, resumed it works, and its old tokens stay dead', async (t) => {
  const { startWorker, read, passTime, ada } = await workerWorld(t);
  const worker = await startWorker();
  const { client_id, client_secret } = read('nightly');
  const { press } = await ada();
  await press(client_id, 'suspend');
  passTime(aMoment);
  const suspended = await worker.run();
  assert.equal(suspended.calls_served, 0);
  assert.equal(suspended.tokens_requested, 1, 'it asks once in a run');
  assert.match(suspended.jobs[0]?.line ?? '', /401 invalid_client \(.*suspended/);
  assert.equal((await worker.status()).client.state, 'refused');

  await press(client_id, 'resume');
  const resumed = await worker.run();
  assert.ok(allDone(resumed));
  assert.equal(resumed.tokens_requested, 3, 'each of its tokens was revoked');
  assert.equal((await worker.status()).client.state, 'registered');
  assert.equal(read('nightly').client_secret, client_secret);
});

test('deleted it says so and stops asking; with an initial access token it registers again', async (t) => {
  const { startWorker, read, write, passTime, ada } = await workerWorld(t);
  const initialAccessToken = read('initial-access-token');
  const worker = await startWorker();
  const { client_id } = read('nightly');
  await (await ada()).press(client_id, 'delete');
  passTime(aMoment);
  assert.match((await worker.run()).jobs[0]?.line ?? '', /it was deleted/);
  assert.equal((await worker.run()).tokens_requested, 0);
  assert.equal((await worker.status()).client.state, 'deleted');

  write('initial-access-token', initialAccessToken);
  assert.ok(allDone(await worker.run()), worker.said.join('\n'));
  assert.notEqual(read('nightly').client_id, client_id);
});

test('the authorization server is away: kept tokens serve until they expire, a run says what failed, and then it works again', {
  // Each job really waits, five times, longer each time.
  timeout: 120_000,
}, async (t) => {
  const world = await workerWorld(t, { REVOCATION_CHECK: 'local' });
  const worker = await world.startWorker();
  await world.roles.stop('authorization-server');
  const withKept = await worker.run();
  assert.ok(allDone(withKept));
  assert.equal(withKept.tokens_requested, 0);

  world.passTime(tokenLifetime);
  const without = await worker.run();
  assert.equal(without.calls_served, 0);
  for (const { line } of without.jobs) {
    assert.equal(line, `not done: ${world.accounts} does not answer`);
  }
  assert.match(worker.said.at(-1) ?? '', /^run finished with failures: /);
  assert.equal((await worker.status()).client.state, 'registered');

  await world.roles.start('authorization-server');
  assert.ok(allDone(await worker.run()), worker.said.join('\n'));
});

for (const halfMinute of [30, -30]) {
  test(`its clock is ${halfMinute} seconds off: its signed assertions are accepted, and its tokens renewed in time`, async (t) => {
    const { startWorker, environment, read } = await workerWorld(t);
    const ownClock = join(environment.DATA_FOLDER, '../clock-of-the-worker');
    writeClock(ownClock, { movedBy: halfMinute * 1000 });
    const worker = await startWorker({
      CLOCK_FILE: ownClock,
      WORKER_CLIENT_AUTHENTICATION: 'private_key_jwt',
    });
    assert.equal(read('nightly').token_endpoint_auth_method, 'private_key_jwt');
    assert.ok(allDone((await worker.status()).runs[0]!), worker.said.join('\n'));

    // Its clock is put right while it runs: no token is renewed too late.
    writeClock(ownClock, { movedBy: 0 });
    assert.ok(allDone(await worker.run()));
  });
}

test('the disk is full when it has registered: it works, says so, and a restart registers anew', {
  skip: !existsSync('/dev/full') && 'this system has no /dev/full',
}, async (t) => {
  const { startWorker, file } = await workerWorld(t);
  symlinkSync('/dev/full', `${file('nightly')}.new`);
  const worker = await startWorker();
  const { client, runs } = await worker.status();
  assert.ok(allDone(runs[0]!));
  assert.equal(client.saved, false);
  assert.match(worker.said.join('\n'), /could not be saved in .* \(ENOSPC\)/);
  assert.equal(existsSync(file('nightly')), false);
  await worker.stop();

  // What it had registered is left behind, under the same name and the same owner.
  const again = await startWorker();
  const restarted = await again.status();
  assert.ok(allDone(restarted.runs[0]!), again.said.join('\n'));
  assert.equal(restarted.client.saved, true);
  assert.notEqual(restarted.client.client?.client_id, client.client?.client_id);
});
