/**
 * `pnpm test:unit`: the unit and in-process tests alone.
 */
import { checkNodeVersion } from './node-version.ts';
import { PlainError, runCommand } from './plain-error.ts';
import { runUnitTests } from './unit-tests.ts';

await runCommand(async () => {
  checkNodeVersion();
  const { passed, failed } = await runUnitTests();
  if (passed + failed === 0) throw new PlainError('No test ran.');
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
