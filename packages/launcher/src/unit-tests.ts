/**
 * The unit and in-process tests of every package.
 */
import { add, type Counts, countNodeTests, one } from './counts.ts';
import { runProgram } from './run-program.ts';
import { workspaceProgram } from './workspace-program.ts';

/** Prints what failed, and nothing of what passed. */
export async function runUnitTests(): Promise<Counts> {
  const { ok, output } = await runProgram(
    workspaceProgram('turbo'),
    ['run', 'test', '--ui=stream', '--log-prefix=none', '--continue', '--concurrency=2'],
    { environment: { FORCE_COLOR: '0' } },
  );
  const counts = countNodeTests(output);
  if (!ok || counts.failed > 0) console.log(withoutSuccesses(output));
  const failedUncounted = !ok && counts.failed === 0;
  return failedUncounted ? add(counts, one(false)) : counts;
}

function withoutSuccesses(output: string): string {
  return output.replace(/^\s*✔.*\n/gm, '');
}
