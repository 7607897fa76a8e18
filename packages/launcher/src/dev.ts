/**
 * `pnpm dev`: start the four roles while one works on them.
 */
import { launch } from './launch.ts';
import { checkNodeVersion } from './node-version.ts';
import { runCommand } from './plain-error.ts';

await runCommand(async () => {
  checkNodeVersion();
  await launch('dev');
});
