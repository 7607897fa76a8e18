/**
 * A server under test: a process of its own, on a loopback port of its own,
 * with a data folder of its own that goes when the benchmark ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '@four-roles/launcher/port';
import { rootFolder } from '@four-roles/launcher/root-folder';
import { nodeOn } from './cores.ts';

export type RunningServer = {
  /** Where it listens: http://127.0.0.1:port. */
  address: string;
  /** The name it goes by: localhost:port. */
  host: string;
  /** Milliseconds of processor time used so far; `undefined` where the system does not say. */
  busy(): number | undefined;
};

const processes: ChildProcess[] = [];
const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'four-roles-bench-'));
  folders.push(folder);
  return folder;
}

/**
 * Start one of the files in `servers/`, and wait until it listens.
 *
 * @throws Error where it ends, or does not listen, within 20 seconds
 */
export async function startServer(
  name: string,
  environment: Record<string, string>,
): Promise<RunningServer> {
  const port = await freePort();
  return startProcess(join(import.meta.dirname, 'servers', `${name}.ts`), port, {
    PORT: String(port),
    ...environment,
  });
}

/** Start any file that listens on that port, with this environment and no other. */
export async function startProcess(
  file: string,
  port: number,
  environment: Record<string, string>,
): Promise<RunningServer> {
  const [command, ...args] = nodeOn('server');
  const child = spawn(command, [...args, file], {
    cwd: rootFolder,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  processes.push(child);
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });

  for (const end = Date.now() + 20_000; !(await listens(port)); ) {
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`${file} did not start.\n${complaints}`);
    }
    await setTimeout(50);
  }
  return {
    address: `http://127.0.0.1:${port}`,
    host: `localhost:${port}`,
    busy: () => processorTime(child.pid!),
  };
}

/** Stop what was started here, and remove what it kept. */
export async function stopServers(): Promise<void> {
  for (const child of processes.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = once(socket, 'connect');
  return connected
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html utime and stime, in hundredths of a second */
function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
