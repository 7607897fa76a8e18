/**
 * A part as a process: started in a process group of its own, so that whatever
 * it starts in turn (Next.js forks) ends with it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export type Stream = 'stdout' | 'stderr';

export type PartProcess = {
  /** Resolves when it is gone, however that came. */
  ended: Promise<void>;
  /** Its last lines, at most 200. */
  output(): string;
  /** Asks it to finish, and ends it after ten seconds if it has not. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Over the channel that the two have; where it is gone, it goes nowhere. */
  send(message: object): void;
};

const endWithLauncher = import.meta.resolve('./end-with-launcher.ts');

const alive = new Set<ChildProcess>();

// However this process ends, what it started ends with it.
process.on('exit', () => {
  for (const child of alive) signalGroup(child, 'SIGKILL');
});

const graceMilliseconds = 10_000;
const linesKept = 200;

/**
 * @param options.onLine called for each line that it prints
 * @param options.onMessage called for each message that it sends over the channel
 */
export function startProcess(options: {
  folder: string;
  arguments: string[];
  environment: NodeJS.ProcessEnv;
  onLine: (line: string, stream: Stream) => void;
  onMessage: (message: unknown) => void;
}): PartProcess {
  const child = fork(options.arguments[0]!, options.arguments.slice(1), {
    cwd: options.folder,
    env: options.environment,
    execArgv: ['--import', endWithLauncher],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  alive.add(child);
  child.on('message', options.onMessage);
  const lines: string[] = [];
  for (const stream of ['stdout', 'stderr'] as const) {
    createInterface(child[stream]!).on('line', (line) => {
      lines.push(line);
      lines.splice(0, lines.length - linesKept);
      options.onLine(line, stream);
    });
  }
  const closed = once(child, 'close');
  const ended = once(child, 'exit').then(async () => {
    await groupEnds(child, 2000);
    alive.delete(child);
    await closed;
  });

  return {
    ended,
    output: () => lines.join('\n'),
    async stop() {
      signalGroup(child, 'SIGTERM');
      const late = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
      await ended;
      clearTimeout(late);
    },
    async kill() {
      signalGroup(child, 'SIGKILL');
      await ended;
    },
    send(message) {
      if (child.connected) child.send(message, () => {});
    },
  };
}

/** Its children have a moment to follow it. */
async function groupEnds(child: ChildProcess, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!signalGroup(child, 0)) return;
    await wait(50);
  }
  signalGroup(child, 'SIGKILL');
}

/** @returns whether anybody was there to receive it */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
