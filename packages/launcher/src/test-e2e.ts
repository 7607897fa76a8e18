/**
 * `pnpm test:e2e [part of a file name ...]`: the browser tests alone.
 */
import { runBrowserTests } from './browser-tests.ts';
import { checkNodeVersion } from './node-version.ts';
import { PlainError, runCommand } from './plain-error.ts';

await runCommand(async () => {
  checkNodeVersion();
  const { passed, failed } = await runBrowserTests(process.argv.slice(2));
  if (passed + failed === 0) throw new PlainError('No browser test ran.');
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
