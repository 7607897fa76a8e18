/**
 * `pnpm dev`: start the four roles while one works on them, and the inspector
 * in front of them.
 */
import { build } from './build.ts';
import { inspector } from './inspector.ts';
import { launch } from './launch.ts';
import { checkNodeVersion } from './node-version.ts';
import { runCommand } from './plain-error.ts';

await runCommand(async () => {
  checkNodeVersion();
  await launch('dev', { inspector, build: () => build('inspector') });
});
