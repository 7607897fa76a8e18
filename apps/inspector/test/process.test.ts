/**
 * The inspector as a process, with the real authorization server behind it:
 * what is recorded, what callers see, and how it starts and stops.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Exchange, Recording } from '../src/recording/exchange.ts';
import { readViewer } from '../src/viewer-build.ts';
import { freePort } from './inspector-setting.ts';

const apps = resolve(import.meta.dirname, '../..');

/** Ports of its own for everything, and a folder that goes with the test. */
async function settings(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const names = [
    'INSPECTOR',
    'CLIENT',
    'AUTHORIZATION_SERVER',
    'RESOURCE_SERVER',
    'WORKER',
  ];
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_FOLDER: join(folder, 'data') };
  for (const name of names) {
    env[`${name}_ORIGIN`] = `http://localhost:${await freePort()}`;
    if (name !== 'INSPECTOR') env[`${name}_PORT`] = String(await freePort());
  }
  return env;
}

/** Resolves when it listens, or has ended. */
async function run(t: TestContext, app: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: join(apps, app), env });
  t.after(() => child.kill('SIGKILL'));
  const running = { child, said: '' };
  const ended = once(child, 'close');
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      running.said += data;
    });
  }
  while (!running.said.includes('listens') && child.exitCode === null) {
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  return running;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

async function recordingOf(env: NodeJS.ProcessEnv): Promise<Recording> {
  const response = await fetch(`${env.INSPECTOR_ORIGIN}/api/recording`);
  return (await response.json()) as Recording;
}

test('a refused token request is recorded with its verdicts, and the caller sees no trace', async (t) => {
  const env = await settings(t);
  const inspector = await run(t, 'inspector', env);
  await run(t, 'authorization-server', { ...env, TRACE_RULES: 'true' });
  const issuer = env.AUTHORIZATION_SERVER_ORIGIN;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body });
  assert.equal(response.status, 401);
  assert.equal(response.headers.get('Four-Roles-Trace'), null);
  assert.equal(response.headers.get('WWW-Authenticate')?.slice(0, 5), 'Basic');

  const { exchanges, origins } = await recordingOf(env);
  assert.equal(origins['authorization-server'], issuer);
  assert.equal(exchanges.length, 1);
  const [exchange] = exchanges;
  assert.equal(exchange?.response?.body.text, await response.text());
  const refusal = exchange?.verdicts.find(({ passed }) => !passed);
  assert.equal(refusal?.rule.error, 'invalid_client');
  assert.equal(inspector.said, `inspector listens on port ${portOf(env)}\n`);
});

test('it records nothing of what it asks itself, and says which role is down', async (t) => {
  const env = await settings(t);
  await run(t, 'inspector', env);
  const page = await fetch(`${env.CLIENT_ORIGIN}/`, { headers: { Accept: 'text/html' } });
  assert.equal(page.status, 502);
  assert.match(await page.text(), /client/);
  const keys = await fetch(`${env.INSPECTOR_ORIGIN}/api/keys`);
  assert.equal(keys.status, 502);
  const { exchanges } = await recordingOf(env);
  assert.deepEqual(
    exchanges.map(({ to }) => to),
    ['client'],
  );
});

test('over a connection that breaks again and again, every exchange is told once', async (t) => {
  const env = await settings(t);
  await run(t, 'inspector', env);
  await run(t, 'authorization-server', env);
  const ask = (times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        fetch(`${env.AUTHORIZATION_SERVER_ORIGIN}/jwks`),
      ),
    );
  const told: string[] = [];
  const finished = new Set<number>();
  let last = '';
  for (let round = 1; round <= 5; round++) {
    const broken = new AbortController();
    const asked = ask(10);
    const response = await fetch(`${env.INSPECTOR_ORIGIN}/api/events`, {
      headers: last ? { 'Last-Event-ID': last } : {},
      signal: broken.signal,
    });
    let text = '';
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    while (finished.size < round * 10) {
      const { value } = await reader.read();
      const events = `${text}${value}`.split('\n\n');
      text = events.pop()!;
      for (const event of events.filter((each) => each.startsWith('event: exchange'))) {
        const [, data, id] = /^data: (.*)\nid: (.*)$/m.exec(event)!;
        told.push(id!);
        last = id!;
        const exchange = JSON.parse(data!) as Exchange;
        if (exchange.finishedAt) finished.add(exchange.id);
      }
    }
    broken.abort();
    await asked;
  }
  assert.equal(new Set(told).size, told.length);
  assert.deepEqual(
    [...finished].sort((a, b) => a - b),
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
});

test('it stops at once, with a page open and a message held', async (t) => {
  const env = await settings(t);
  const { child } = await run(t, 'inspector', env);
  await run(t, 'authorization-server', env);
  const origin = env.INSPECTOR_ORIGIN!;
  const events = (await fetch(`${origin}/api/events`)).body!.getReader();
  await fetch(`${origin}/api/step`, {
    method: 'POST',
    headers: { Origin: origin },
    body: '{"on":true}',
  });
  const held = assert.rejects(fetch(`${env.AUTHORIZATION_SERVER_ORIGIN}/account`));
  let heard = '';
  while (!heard.includes('"held":[{')) {
    heard += new TextDecoder().decode((await events.read()).value);
  }
  child.kill('SIGTERM');
  assert.equal(await exitCode(child), 0);
  await held;
  const end = await events.read().catch(() => ({ done: true }));
  assert.equal(end.done, true);
});

test('it refuses to stand before what is not on loopback', async (t) => {
  const env = await settings(t);
  for (const name of ['INSPECTOR_ORIGIN', 'RESOURCE_SERVER_ORIGIN']) {
    const wrong = { ...env, [name]: 'https://apis.example' };
    const { child, said } = await run(t, 'inspector', wrong);
    assert.equal(await exitCode(child), 78);
    assert.match(said, new RegExp(`The setting ${name} is wrong: .*loopback`));
    assert.match(said, new RegExp(`For example: ${name}=http://localhost:90`));
  }
});

test('at an https origin it does not stand without a certificate', async (t) => {
  const env = await settings(t);
  const CLIENT_ORIGIN = env.CLIENT_ORIGIN!.replace('http:', 'https:');
  const { child, said } = await run(t, 'inspector', { ...env, CLIENT_ORIGIN });
  assert.equal(await exitCode(child), 78);
  assert.match(said, new RegExp(`stands at ${CLIENT_ORIGIN}, .*TLS_CERTIFICATE_FILE`));
});

test('a taken port is named, with the setting that moves it', async (t) => {
  const env = await settings(t);
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  const { port } = squatter.address() as { port: number };
  const taken = { ...env, WORKER_ORIGIN: `http://localhost:${port}` };
  const { child, said } = await run(t, 'inspector', taken);
  assert.equal(await exitCode(child), 1);
  assert.match(said, new RegExp(`Port ${port} is taken. Set WORKER_ORIGIN to move`));
});

test('a viewer that nobody built is missed', async (t) => {
  const { DATA_FOLDER } = await settings(t);
  assert.equal(readViewer(DATA_FOLDER), undefined);
  assert.match(readViewer()!.script, /\S/);
});

function portOf({ INSPECTOR_ORIGIN }: NodeJS.ProcessEnv): string {
  return new URL(INSPECTOR_ORIGIN!).port;
}
