import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { localCertificates } from '@four-roles/runtime/local-certificates';
import type { ResetAnswer } from '@four-roles/runtime/reset-request';
import { freePort } from '../src/port.ts';

/** Starts `pnpm dev` with stubs in the place of the roles. */
async function dev(t: TestContext, settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const pidFile = join(folder, 'pids');
  const dataFolder = join(folder, 'data');
  const [inspector, resourceServer, worker, ...own] = await freePorts(6);
  const ports = { inspector, resourceServer, worker };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stub-dev.ts')], {
    env: {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      NODE_EXTRA_CA_CERTS: undefined,
      INSPECTOR_ORIGIN: `http://localhost:${inspector}`,
      RESOURCE_SERVER_ORIGIN: `http://localhost:${resourceServer}`,
      WORKER_ORIGIN: `http://localhost:${worker}`,
      RESOURCE_SERVER_PORT: String(own[0]),
      WORKER_PORT: String(own[1]),
      DATA_FOLDER: dataFolder,
      STUB_PIDS: pidFile,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  const pids = (name?: string) => pidsIn(pidFile, name);
  const running = { child, ports, own, dataFolder, output: '', pids };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      running.output += data;
    });
  }
  return running;
}

type Running = Awaited<ReturnType<typeof dev>>;

async function says(running: Running, text: string): Promise<void> {
  while (!running.output.includes(text)) {
    assert.equal(running.child.exitCode, null, running.output);
    await Promise.race([
      once(running.child.stdout!, 'data'),
      once(running.child.stderr!, 'data'),
      once(running.child, 'close'),
    ]);
  }
}

async function askForReset({ ports }: Running): Promise<ResetAnswer[]> {
  const response = await fetch(`http://127.0.0.1:${ports.inspector}/reset`);
  return (await response.json()) as ResetAnswer[];
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** Everything that was ever started, or the parts of one name. */
function pidsIn(file: string, name = ''): number[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines
    .filter((line) => line.endsWith(name))
    .map((line) => Number.parseInt(line, 10));
}

/** Does the process run? One that has ended and waits to be collected does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
}

/** Resolves when none of them runs any more; the test's own time limit bounds it. */
async function allEnd(pids: number[]): Promise<void> {
  assert.notEqual(pids.length, 0);
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 20));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} stops every role, and what they started, and leaves no process`, async (t) => {
    const running = await dev(t);
    await says(running, 'Ctrl-C stops everything');
    assert.match(running.output, /password note-g-1843/);
    await says(running, 'stub is up');
    assert.match(running.output, /worker \|.* stub is up/);
    const pids = running.pids();
    assert.equal(pids.length, 6);
    assert.ok(pids.every(isRunning));
    running.child.kill(signal);
    assert.equal(await exitCode(running.child), 0);
    assert.deepEqual(pids.filter(isRunning), []);
  });
}

test('a second Ctrl-C does not wait for a role that does not listen', async (t) => {
  const running = await dev(t, { STUB_MODE: 'deaf' });
  await says(running, 'Ctrl-C stops everything');
  running.child.kill('SIGINT');
  await says(running, 'Stopping ...');
  running.child.kill('SIGINT');
  assert.equal(await exitCode(running.child), 1);
  await allEnd(running.pids());
});

test('a launcher that is killed leaves no process either', async (t) => {
  const running = await dev(t);
  await says(running, 'Ctrl-C stops everything');
  running.child.kill('SIGKILL');
  await allEnd(running.pids());
});

for (const name of ['worker', 'inspector']) {
  test(`the ${name}, ending by itself, takes the others with it, and is named`, async (t) => {
    const running = await dev(t);
    await says(running, 'Ctrl-C stops everything');
    process.kill(running.pids(name)[0]!, 'SIGKILL');
    assert.equal(await exitCode(running.child), 1);
    assert.match(running.output, new RegExp(`The ${name} ended by itself`));
    assert.deepEqual(running.pids().filter(isRunning), []);
  });
}

test('the inspector is there before the roles, which trace their rules and share a clock', async (t) => {
  const running = await dev(t);
  const { dataFolder, own } = running;
  await says(running, 'Ctrl-C stops everything');
  assert.match(running.output, /\n +.*inspector.* http.*\n +.*resource server.* http/);
  const order = ['inspector', 'resource-server'].map((name) => running.pids(name)[0]!);
  assert.deepEqual(
    order.toSorted((a, b) => running.pids().indexOf(a) - running.pids().indexOf(b)),
    order,
  );
  const response = await fetch(`http://127.0.0.1:${own[0]}/health`);
  assert.deepEqual(await response.json(), {
    CLOCK_FILE: join(dataFolder, 'clock.json'),
    TRACE_RULES: 'true',
    WORKER_PORT: String(own[1]),
  });
});

/** Where nothing else is said, https. */
const overTls = async () => {
  const names = ['INSPECTOR_ORIGIN', 'RESOURCE_SERVER_ORIGIN', 'WORKER_ORIGIN'];
  const ports = await freePorts(names.length);
  return Object.fromEntries(
    names.map((name, index) => [name, `https://localhost:${ports[index]}`]),
  );
};

test('https origins on localhost get a certificate of this machine; who is behind the inspector needs none', async (t) => {
  const running = await dev(t, await overTls());
  const { dataFolder, own } = running;
  await says(running, 'Ctrl-C stops everything');
  assert.match(running.output, /inspector.* https:\/\/localhost:/);
  const authorityFile = join(dataFolder, 'tls/ca.pem');
  assert.ok(running.output.includes(authorityFile));
  const response = await fetch(`http://127.0.0.1:${own[0]}/health`);
  assert.deepEqual(await response.json(), {
    CLOCK_FILE: join(dataFolder, 'clock.json'),
    TRACE_RULES: 'true',
    WORKER_PORT: String(own[1]),
    NODE_EXTRA_CA_CERTS: authorityFile,
  });
});

test('a certificate that the others will not trust stops the start, with the reason', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-tls-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { certificateFile, keyFile, authorityFile } = await localCertificates(folder);
  const settings = {
    ...(await overTls()),
    TLS_CERTIFICATE_FILE: certificateFile,
    TLS_KEY_FILE: keyFile,
  };
  const running = await dev(t, settings);
  assert.equal(await exitCode(running.child), 1);
  assert.match(
    running.output,
    /The certificate at https:\/\/localhost:\d+ is one that the other roles will not trust: unable to verify/,
  );
  assert.deepEqual(running.pids().filter(isRunning), []);

  // With the authority that issued it, they do.
  const trusting = await dev(t, { ...settings, NODE_EXTRA_CA_CERTS: authorityFile });
  await says(trusting, 'Ctrl-C stops everything');
  assert.doesNotMatch(trusting.output, /not private/);
});

test('half of a certificate is missed by name', async (t) => {
  const running = await dev(t, { ...(await overTls()), TLS_KEY_FILE: '/etc/key.pem' });
  assert.equal(await exitCode(running.child), 1);
  assert.match(running.output, /The setting TLS_KEY_FILE is wrong: .*ENOENT/);
});

test('at the word of the inspector the roles begin anew, and it stays', async (t) => {
  const running = await dev(t);
  await says(running, 'Ctrl-C stops everything');
  mkdirSync(running.dataFolder, { recursive: true });
  const state = join(running.dataFolder, 'client.sqlite');
  const foreign = join(running.dataFolder, 'thesis.docx');
  const inspector = running.pids('inspector');
  const stopped: ResetAnswer = { type: 'roles-stopped' };

  // 1. State is removed, every role has come up again.
  writeFileSync(state, '');
  assert.deepEqual(await askForReset(running), [stopped, { type: 'reset-done' }]);
  assert.equal(existsSync(state), false);
  assert.deepEqual(running.pids('inspector'), inspector);
  assert.deepEqual(running.pids('worker').map(isRunning), [false, true]);

  // 2. What is not ours stays, and so does the rest; it is said, and the roles are up.
  writeFileSync(state, '');
  writeFileSync(foreign, '');
  const [first, answer] = await askForReset(running);
  assert.deepEqual(first, stopped);
  assert.ok(answer?.type === 'reset-failed');
  assert.match(answer.reason, /Nothing was removed: .*thesis\.docx/);
  assert.equal(existsSync(state), true);
  assert.deepEqual(running.pids('worker').map(isRunning), [false, false, true]);

  running.child.kill('SIGINT');
  assert.equal(await exitCode(running.child), 0);
  assert.deepEqual(running.pids().filter(isRunning), []);
});

test('a role that does not come up is named, with the last that it said, once', async (t) => {
  const running = await dev(t, { STUB_MODE: 'ends-at-once' });
  assert.equal(await exitCode(running.child), 1);
  assert.match(
    running.output,
    /was started and ended\. It said last:\nThe setting COLOUR/,
  );
  assert.equal(running.output.split('COLOUR').length - 1, 1, running.output);
  assert.deepEqual(running.pids().filter(isRunning), []);
});

test('Ctrl-C works while the roles are still starting', async (t) => {
  const running = await dev(t, { STUB_MODE: 'never-healthy' });
  await says(running, 'Starting');
  running.child.kill('SIGINT');
  assert.equal(await exitCode(running.child), 0);
  assert.deepEqual(running.pids().filter(isRunning), []);
});

test('a taken port is named, with its role and the setting that moves it', async (t) => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  const { port } = squatter.address() as { port: number };
  const running = await dev(t, { WORKER_ORIGIN: `http://localhost:${port}` });
  assert.equal(await exitCode(running.child), 1);
  assert.equal(
    running.output.trim(),
    `Port ${port} is taken. To move the worker, put WORKER_ORIGIN=http://localhost:${port + 100} before the command. If another \`pnpm dev\` runs, stop it with Ctrl-C instead.`,
  );
  assert.deepEqual(running.pids(), []);
});

test('so is the port of a role behind the inspector', async (t) => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  const { port } = squatter.address() as { port: number };
  const running = await dev(t, { WORKER_PORT: String(port) });
  assert.equal(await exitCode(running.child), 1);
  assert.equal(
    running.output.trim(),
    `Port ${port} is taken. To move the worker behind the inspector, put WORKER_PORT=${port + 100} before the command. If another \`pnpm dev\` runs, stop it with Ctrl-C instead.`,
  );
});

test('a setting that is wrong is named, with an example', async (t) => {
  const running = await dev(t, { CLIENT_ORIGIN: 'localhost' });
  assert.equal(await exitCode(running.child), 78);
  assert.match(
    running.output,
    /CLIENT_ORIGIN is wrong.*CLIENT_ORIGIN=http:\/\/localhost:9000/,
  );
});
