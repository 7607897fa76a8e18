/**
 * Keys change while requests are in flight: a real authorization server, a real
 * resource server that asks it about every token, and `pnpm rotate-keys` as a
 * third process beside them.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { writeClock } from '@four-roles/protocol/clock';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { freePort } from '../src/port.ts';
import { cast } from '../src/role.ts';
import { startRoles } from '../src/roles.ts';
import { rootFolder } from '../src/root-folder.ts';

const minute = 60;

/** The two servers, a client of the first, and a clock that can be moved. */
async function servers(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'key-rotation-'));
  const dataFolder = join(folder, 'data');
  const clockFile = join(folder, 'clock');
  const lines: string[] = [];
  const roles = await startRoles({
    mode: 'start',
    dataFolder,
    clockFile,
    roles: cast.filter(({ name }) => name.endsWith('-server')),
    onLine: (_, line) => lines.push(line),
  });
  t.after(async () => {
    await roles.stopAll();
    rmSync(folder, { recursive: true });
  });
  const accounts = roles.origins['authorization-server'];
  const apis = roles.origins['resource-server'];
  const authorization = await register(accounts, dataFolder);

  async function issue(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'contacts.read',
    });
    const headers = { authorization };
    const answer = await fetch(`${accounts}/token`, { method: 'POST', body, headers });
    assert.equal(answer.status, 200, await answer.clone().text());
    const { access_token } = (await answer.json()) as { access_token: string };
    return access_token;
  }

  async function call(token: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${apis}/business/contacts`, { headers })).status;
  }

  const keySet = async () => {
    const { keys } = (await (await fetch(`${accounts}/jwks`)).json()) as {
      keys: { kid: string }[];
    };
    return keys.map(({ kid }) => kid);
  };

  const inspector = `http://localhost:${await freePort()}`;
  /** Beside the callers, who go on meanwhile. */
  async function rotateKeys(...args: string[]): Promise<string> {
    const program = ['packages/launcher/src/rotate-keys.ts', ...args];
    const { stdout } = await promisify(execFile)(process.execPath, program, {
      cwd: rootFolder,
      env: {
        ...process.env,
        ...{ DATA_FOLDER: dataFolder, CLOCK_FILE: clockFile },
        INSPECTOR_ORIGIN: inspector,
        AUTHORIZATION_SERVER_ORIGIN: accounts,
      },
    });
    return stdout;
  }

  let movedBy = 0;
  function passTime(seconds: number): void {
    movedBy += seconds * 1000;
    writeClock(clockFile, { movedBy });
  }
  /** How often the authorization server was asked for its keys. */
  const keySetRequests = () =>
    lines.filter((line) => line.includes('"path":"/jwks"')).length;
  return { issue, call, keySet, rotateKeys, passTime, keySetRequests, roles };
}

/** As the worker does at its first start. @returns the Authorization header of the client */
async function register(accounts: string, dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'credentials/initial-access-token.json');
  const { initial_access_token } = JSON.parse(readFileSync(file, 'utf8'));
  const answer = await fetch(`${accounts}/register`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${initial_access_token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      client_name: 'Nightly',
      client_uri: 'http://localhost:9003',
      grant_types: ['client_credentials'],
      scope: 'contacts.read',
    }),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  const registered = (await answer.json()) as {
    client_id: string;
    client_secret: string;
  };
  return formatBasicCredentials(registered);
}

const kidOf = (token: string) => decodeUnverified(token)?.header.kid ?? '';

test('nothing fails while the keys are rotated under twenty callers, from the first key to the removal of the old one', async (t) => {
  const { issue, call, keySet, rotateKeys, passTime } = await servers(t);
  const [oldKid = ''] = await keySet();
  const callers = 20;
  const finished = Array.from({ length: callers }, () => 0);
  const refused: string[] = [];
  const seen = new Set<string>();
  const calls = new EventEmitter();
  let go = true;
  const running = finished.map(async (_, caller) => {
    while (go) {
      const token = await issue();
      seen.add(kidOf(token));
      const status = await call(token);
      if (status !== 200) refused.push(`${status} with a token of ${kidOf(token)}`);
      finished[caller]! += 1;
      calls.emit('end');
    }
  });
  /** Each of them has begun and ended a token and a call of its own since. */
  async function everybodyWentOn(): Promise<void> {
    const before = [...finished];
    while (finished.some((count, caller) => count < before[caller]! + 2)) {
      assert.deepEqual(refused, []);
      await Promise.race([...running, once(calls, 'end')]);
    }
  }

  await everybodyWentOn();
  assert.match(await rotateKeys(), /It signs from .* on, in 300 seconds/);
  const newKid = (await keySet()).find((kid) => kid !== oldKid) ?? '';
  await everybodyWentOn();
  assert.deepEqual([...seen], [oldKid]);

  // The time comes while all of them are asking.
  passTime(5 * minute - 1);
  await everybodyWentOn();
  passTime(1);
  await everybodyWentOn();
  assert.deepEqual([...seen], [oldKid, newKid]);
  assert.deepEqual(await keySet(), [oldKid, newKid]);

  // An hour later the last token of the old key has expired. No call takes longer than a step.
  for (let passed = 0; passed < 60; passed += 4) {
    passTime(4 * minute);
    await everybodyWentOn();
  }
  assert.deepEqual(await keySet(), [newKid]);
  go = false;
  await Promise.all(running);
  assert.deepEqual(refused, []);
});

test('a key that is withdrawn beside the running servers: its tokens are refused, the next ones are good, and one request for the key set was enough', async (t) => {
  const { issue, call, keySet, rotateKeys, passTime, keySetRequests, roles } =
    await servers(t);
  const [leaked = ''] = await keySet();
  const old = await issue();
  assert.equal(await call(old), 200);
  await rotateKeys(`--withdraw=${leaked}`);
  // What it was told of a token counts for five seconds.
  passTime(6);
  assert.equal(await call(old), 401);
  const before = keySetRequests();
  const tokens = await Promise.all(Array.from({ length: 20 }, issue));
  assert.ok(tokens.every((token) => kidOf(token) !== leaked));
  const answers = await Promise.all(tokens.map(call));
  assert.deepEqual(new Set(answers), new Set([200]));
  assert.equal(keySetRequests(), before + 1);

  // The key set stays as it is when the server comes back.
  const kids = await keySet();
  await roles.kill('authorization-server');
  await roles.start('authorization-server');
  assert.deepEqual(await keySet(), kids);
  assert.equal(await call(await issue()), 200);
});
