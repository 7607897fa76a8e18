/**
 * `pnpm rotate-keys`: the authorization server's own program, with the data
 * folder and the clock of the servers that run, or that will.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { portOf } from '@four-roles/runtime/settings';
import { clockFile, dataFolder, environment, origins } from './config.ts';
import { appFolder } from './part.ts';
import { isPortFree } from './port.ts';

/** Where `pnpm dev` runs, the inspector may have moved the clock of all roles. */
const watched = !(await isPortFree(portOf(origins.inspector)));
const clock = clockFile ?? (watched ? join(dataFolder, 'clock.json') : undefined);

try {
  execFileSync(process.execPath, ['src/rotate-keys.ts', ...process.argv.slice(2)], {
    cwd: appFolder('authorization-server'),
    env: {
      ...environment,
      DATA_FOLDER: dataFolder,
      ...(clock && { CLOCK_FILE: clock }),
    },
    stdio: 'inherit',
  });
} catch (error) {
  process.exitCode = (error as { status?: number }).status ?? 1;
}
