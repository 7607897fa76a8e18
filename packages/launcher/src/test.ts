/**
 * `pnpm test`: everything that is checked, from the cheapest to the dearest.
 * A step that fails does not keep the next from running.
 */
import { runBrowserTests } from './browser-tests.ts';
import { add, type Counts, none, one } from './counts.ts';
import { checkNodeVersion } from './node-version.ts';
import { PlainError, runCommand } from './plain-error.ts';
import { runProgram } from './run-program.ts';
import { runUnitTests } from './unit-tests.ts';
import { workspaceProgram } from './workspace-program.ts';

const steps: [name: string, run: () => Promise<Counts>][] = [
  ['Format', () => holds('biome', ['format'])],
  ['Lint', () => holds('biome', ['check', '--formatter-enabled=false'])],
  ['Types', () => holds('turbo', ['run', 'types', ...quietly])],
  ['Unit and in-process tests', runUnitTests],
  ['Browser tests', runBrowserTests],
];

const quietly = ['--ui=stream', '--output-logs=errors-only', '--concurrency=2'];

async function holds(program: string, args: string[]): Promise<Counts> {
  const { ok, output } = await runProgram(workspaceProgram(program), args);
  if (!ok) console.log(output);
  return one(ok);
}

/** A step that checked nothing has failed. */
async function outcome(run: () => Promise<Counts>): Promise<Counts> {
  try {
    const counts = await run();
    if (counts.passed + counts.failed > 0) return counts;
    console.log('Nothing was tested.');
  } catch (error) {
    console.log(error instanceof PlainError ? error.message : error);
  }
  return one(false);
}

await runCommand(async () => {
  checkNodeVersion();
  let total = none;
  for (const [name, run] of steps) {
    console.log(`\n${name} ...`);
    const begin = performance.now();
    const counts = await outcome(run);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`,
    );
    total = add(total, counts);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});
