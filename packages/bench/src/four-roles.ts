/**
 * Our own two servers, started as `pnpm start` does: the real files, in
 * production mode, with the demo's accounts and clients.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  freePort,
  type RunningServer,
  root,
  startProcess,
  temporaryFolder,
} from './running-server.ts';

export type OurAuthorizationServer = RunningServer & {
  databaseFile: string;
  /** The secret of each client of the demo, by its client_id. */
  secrets: Record<string, string>;
};

export async function startAuthorizationServer(): Promise<OurAuthorizationServer> {
  const port = await freePort();
  const dataFolder = temporaryFolder();
  const environment = {
    AUTHORIZATION_SERVER_ORIGIN: `http://localhost:${port}`,
    DATA_FOLDER: dataFolder,
  };
  const app = join(root, 'apps/authorization-server/src');
  const made = execFileSync(
    process.execPath,
    [join(app, 'demo.ts'), 'briefing', 'nightly', 'acorn-apis'],
    { env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' },
  );
  const clients: { client_id: string; client_secret: string }[] = JSON.parse(made);
  const server = await startProcess(join(app, 'main.ts'), port, environment);
  return {
    ...server,
    databaseFile: join(dataFolder, 'authorization-server.sqlite'),
    secrets: Object.fromEntries(
      clients.map(({ client_id, client_secret }) => [client_id, client_secret]),
    ),
  };
}

/** @param issuer the origin of the authorization server whose key set it fetches */
export async function startResourceServer(issuer: string): Promise<RunningServer> {
  const port = await freePort();
  return startProcess(join(root, 'apps/resource-server/src/main.ts'), port, {
    AUTHORIZATION_SERVER_ORIGIN: issuer,
    RESOURCE_SERVER_ORIGIN: `http://localhost:${port}`,
    DATA_FOLDER: temporaryFolder(),
    REVOCATION_CHECK: 'local',
  });
}
