/**
 * Our own two servers, started as `pnpm start` does: the real files, in
 * production mode, with the demo's accounts and clients.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '@four-roles/launcher/port';
import { rootFolder } from '@four-roles/launcher/root-folder';
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import { type RunningServer, startProcess, temporaryFolder } from './running-server.ts';

export type OurAuthorizationServer = RunningServer & {
  databaseFile: string;
  /** The Authorization header of one of the demo's clients. */
  basic(clientId: string): string;
};

export async function startAuthorizationServer(): Promise<OurAuthorizationServer> {
  const port = await freePort();
  const dataFolder = temporaryFolder();
  const environment = {
    AUTHORIZATION_SERVER_ORIGIN: `http://localhost:${port}`,
    DATA_FOLDER: dataFolder,
  };
  const app = join(rootFolder, 'apps/authorization-server/src');
  const made = execFileSync(
    process.execPath,
    [join(app, 'demo.ts'), 'briefing', 'nightly', 'acorn-apis'],
    { env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' },
  );
  const clients: ClientCredentials[] = JSON.parse(made);
  const server = await startProcess(join(app, 'main.ts'), port, environment);
  return {
    ...server,
    databaseFile: join(dataFolder, 'authorization-server.sqlite'),
    basic: (clientId) =>
      formatBasicCredentials(clients.find(({ client_id }) => client_id === clientId)!),
  };
}

/** @param issuer the origin of the authorization server whose key set it fetches */
export async function startResourceServer(issuer: string): Promise<RunningServer> {
  const port = await freePort();
  return startProcess(join(rootFolder, 'apps/resource-server/src/main.ts'), port, {
    AUTHORIZATION_SERVER_ORIGIN: issuer,
    RESOURCE_SERVER_ORIGIN: `http://localhost:${port}`,
    DATA_FOLDER: temporaryFolder(),
    REVOCATION_CHECK: 'local',
  });
}
