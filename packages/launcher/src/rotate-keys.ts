/**
 * `pnpm rotate-keys`: the authorization server's own program, with the data
 * folder and the clock of the servers that run, or that will; `--https` where
 * those are.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portOf } from '@four-roles/runtime/settings';
import { clockFile, dataFolder, environment, origins } from './config.ts';
import { appFolder } from './part.ts';
import { isPortFree } from './port.ts';

/** Where `pnpm dev` runs, the inspector may have moved the clock of all roles. */
const watched = !(await isPortFree(portOf(origins.inspector)));
const clock = clockFile ?? (watched ? join(dataFolder, 'clock.json') : undefined);
const authority = join(dataFolder, 'tls/ca.pem');
const args = process.argv.slice(2).filter((each) => each !== '--https');

try {
  execFileSync(process.execPath, ['src/rotate-keys.ts', ...args], {
    cwd: appFolder('authorization-server'),
    env: {
      ...environment,
      ...(existsSync(authority) && { NODE_EXTRA_CA_CERTS: authority }),
      DATA_FOLDER: dataFolder,
      AUTHORIZATION_SERVER_ORIGIN: origins['authorization-server'],
      ...(clock && { CLOCK_FILE: clock }),
    },
    stdio: 'inherit',
  });
} catch (error) {
  process.exitCode = (error as { status?: number }).status ?? 1;
}
