/**
 * `pnpm start`: start the four roles as in production, the client built.
 */
import { build } from './build.ts';
import { launch } from './launch.ts';
import { checkNodeVersion } from './node-version.ts';
import { runCommand } from './plain-error.ts';

await runCommand(async () => {
  checkNodeVersion();
  await launch('start', { build: () => build('client') });
});
