/**
 * The settings of a program that runs once, beside servers that run already:
 * their data, their clock, their origins, and whom they trust.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portOf } from '@four-roles/runtime/settings';
import { clockFile, dataFolder, environment, origins } from './config.ts';
import { isPortFree } from './port.ts';

export async function settingsBesideServers(): Promise<NodeJS.ProcessEnv> {
  // Where `pnpm dev` runs, the inspector may have moved the clock of all roles.
  const watched = !(await isPortFree(portOf(origins.inspector)));
  const clock = clockFile ?? (watched ? join(dataFolder, 'clock.json') : undefined);
  const authority = join(dataFolder, 'tls/ca.pem');
  return {
    ...environment,
    ...(existsSync(authority) && { NODE_EXTRA_CA_CERTS: authority }),
    ...(clock && { CLOCK_FILE: clock }),
    DATA_FOLDER: dataFolder,
    AUTHORIZATION_SERVER_ORIGIN: origins['authorization-server'],
    RESOURCE_SERVER_ORIGIN: origins['resource-server'],
    CLIENT_ORIGIN: origins.client,
    WORKER_ORIGIN: origins.worker,
  };
}
