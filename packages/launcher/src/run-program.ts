/**
 * Run a program to its end, and keep what it printed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environment } from './config.ts';
import { rootFolder } from './root-folder.ts';

export type ProgramResult = {
  /** Did it end with status 0? */
  ok: boolean;
  /** Both its streams, as they came. */
  output: string;
};

/**
 * @param options.show whether its output appears here as well, as it comes
 * @param options.folder the root of the project unless said otherwise
 */
export async function runProgram(
  program: string,
  args: string[],
  options: {
    show?: boolean;
    folder?: string;
    environment?: NodeJS.ProcessEnv;
    timeoutMilliseconds?: number;
  } = {},
): Promise<ProgramResult> {
  const child = spawn(program, args, {
    cwd: options.folder ?? rootFolder,
    env: { ...environment, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMilliseconds ?? 0,
  });
  let output = '';
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (options.show) process[stream].write(text);
    });
  }
  try {
    const [status] = await once(child, 'close');
    return { ok: status === 0, output };
  } catch (error) {
    return { ok: false, output: `${program}: ${(error as Error).message}` };
  }
}
