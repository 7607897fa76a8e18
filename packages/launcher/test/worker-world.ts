/**
 * The worker as it really runs, beside the real authorization server and the
 * real resource server; the test may start it with settings of its own.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { writeClock } from '@four-roles/protocol/clock';
import { ada } from '@four-roles/runtime/people';
import { appFolder } from '../src/part.ts';
import { freePort } from '../src/port.ts';
import { cast } from '../src/role.ts';
import { startRoles } from '../src/roles.ts';

export type RunReport = {
  jobs: { name: string; ok: boolean; line: string }[];
  tokens_requested: number;
  calls_served: number;
};

export type Status = {
  client: { state: string; saved: boolean; client?: { client_id: string } };
  runs: RunReport[];
};

/** @param settings of the two servers */
export async function workerWorld(t: TestContext, settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'worker-life-'));
  const dataFolder = join(folder, 'data');
  const clockFile = join(folder, 'clock');
  const roles = await startRoles({
    mode: 'start',
    dataFolder,
    clockFile,
    settings,
    roles: cast.filter(({ name }) => name.endsWith('-server')),
  });
  const workers: ChildProcess[] = [];
  t.after(async () => {
    for (const each of workers) await end(each);
    await roles.stopAll();
    rmSync(folder, { recursive: true });
  });
  const accounts = roles.origins['authorization-server'];
  const credentials = join(dataFolder, 'credentials');
  const file = (name: string) => join(credentials, `${name}.json`);
  const environment = {
    ...process.env,
    DATA_FOLDER: dataFolder,
    CLOCK_FILE: clockFile,
    AUTHORIZATION_SERVER_ORIGIN: accounts,
    RESOURCE_SERVER_ORIGIN: roles.origins['resource-server'],
    WORKER_INTERVAL_SECONDS: '86400',
  };

  /** Starts it, and waits until its first run has ended. */
  async function startWorker(own: Record<string, string> = {}) {
    const origin = `http://localhost:${await freePort()}`;
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: appFolder('worker'),
      env: { ...environment, WORKER_ORIGIN: origin, ...own },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(child);
    const said: string[] = [];
    const firstRun = Promise.withResolvers<void>();
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('{')) said.push(line);
      if (line.startsWith('run finished')) firstRun.resolve();
    });
    once(child, 'exit').then(() => firstRun.reject(new Error(said.join('\n'))));
    await firstRun.promise;
    const status = async () => (await (await fetch(`${origin}/runs`)).json()) as Status;
    return {
      said,
      status,
      /** Presses "Run now". */
      async run(): Promise<RunReport> {
        const headers = { Origin: origin };
        await fetch(`${origin}/runs`, { method: 'POST', headers, redirect: 'manual' });
        return (await status()).runs[0]!;
      },
      stop: () => end(child),
    };
  }

  let movedBy = 0;
  return {
    roles,
    accounts,
    apis: environment.RESOURCE_SERVER_ORIGIN,
    environment,
    file,
    startWorker,
    read: (name: string) => JSON.parse(readFileSync(file(name), 'utf8')),
    write: (name: string, content: object) =>
      writeFileSync(file(name), JSON.stringify(content)),
    passTime(seconds: number) {
      movedBy += seconds * 1000;
      writeClock(clockFile, { movedBy });
    },
    ada: () => signInAsAda(accounts),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** The developer console, used by who owns Nightly. */
async function signInAsAda(accounts: string) {
  const { username, password } = ada;
  const post = (to: string, body: Record<string, string>, Cookie = '') =>
    fetch(`${accounts}${to}`, {
      method: 'POST',
      headers: { Origin: accounts, Cookie },
      body: new URLSearchParams(body),
      redirect: 'manual',
    });
  const signedIn = await post('/login', { username, password, request: '' });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const applications = '/developer/applications';
  return {
    /** Presses a button: `press('app_...', 'suspend')`. */
    async press(clientId: string, button: string, form: Record<string, string> = {}) {
      const { status } = await post(
        `${applications}/${clientId}/${button}`,
        form,
        cookie,
      );
      assert.equal(status, 303, `${button} answered ${status}`);
    },
    /** The names of the tokens that an application holds. */
    async tokensOf(clientId: string): Promise<string[]> {
      const headers = { Cookie: cookie };
      const page = await fetch(`${accounts}${applications}/${clientId}`, { headers });
      const inputs = (await page.text()).matchAll(/name="jti" value="([^"]+)"/g);
      return [...inputs].map(([, jti]) => jti!);
    },
  };
}
