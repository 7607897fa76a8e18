/**
 * The server under test on one core, the load on another: where they share
 * one, the cost of asking is measured along with the cost of answering.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

export type Core = 'server' | 'load';

const cores = { server: '0', load: '1' };

/** Can a process be kept on a core of its own here? */
export const coresApart =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that starts Node.js, kept on its core where that is possible. */
export function nodeOn(core: Core): [command: string, ...args: string[]] {
  return coresApart
    ? ['taskset', '--cpu-list', cores[core], process.execPath]
    : [process.execPath];
}
