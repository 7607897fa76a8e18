/**
 * The unit and in-process tests of every package.
 */
import { join } from 'node:path';
import { add, type Counts, countNodeTests, one } from './counts.ts';
import { rootFolder } from './root-folder.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

/** Each test file is a process of its own: what one has compiled, the next ones load. */
const compiled = join(rootFolder, 'node_modules/.cache/node');

/** Prints what failed, and nothing of what passed. */
export async function runUnitTests(): Promise<Counts> {
  const { ok, output } = await runProgram(
    workspaceProgram('turbo'),
    ['run', 'test', '--ui=stream', '--log-prefix=none', '--continue', '--concurrency=2'],
    { environment: { FORCE_COLOR: '0', NODE_COMPILE_CACHE: compiled } },
  );
  const counts = countNodeTests(output);
  if (!ok || counts.failed > 0) console.log(withoutSuccesses(output));
  const failedUncounted = !ok && counts.failed === 0;
  return failedUncounted ? add(counts, one(false)) : counts;
}

function withoutSuccesses(output: string): string {
  return output.replace(/^\s*✔.*\n/gm, '');
}
