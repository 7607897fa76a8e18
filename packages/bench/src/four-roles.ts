/**
 * Our own two servers, started as `pnpm start` does: the real files, in
 * production mode, with the demo's accounts and clients.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@four-roles/launcher/port';
import { rootFolder } from '@four-roles/launcher/root-folder';
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import { generatePrivateJwk, loadSigningKey } from '@four-roles/protocol/signing-key';
import type { Signer } from './load.ts';
import { type RunningServer, startProcess, temporaryFolder } from './running-server.ts';
import { workerClient } from './workload.ts';

export type OurAuthorizationServer = RunningServer & {
  databaseFile: string;
  /** Those of one of the demo's clients. */
  credentials(clientId: string): ClientCredentials;
  /** Its Authorization header. */
  basic(clientId: string): string;
  /** A client that signs who it is. */
  signer: Signer;
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
    [join(app, 'demo.ts'), 'briefing', 'acorn-apis', 'initial-access-token'],
    { env: { PATH: process.env.PATH, ...environment }, encoding: 'utf8' },
  );
  const [briefing, apis, { initial_access_token }] = JSON.parse(made);
  const server = await startProcess(join(app, 'main.ts'), port, environment);
  const issuer = environment.AUTHORIZATION_SERVER_ORIGIN;
  const clients: Record<string, ClientCredentials> = {
    briefing,
    'acorn-apis': apis,
    nightly: await register(issuer, initial_access_token, { client_name: 'Nightly' }),
  };
  const privateJwk = await generatePrivateJwk();
  const { client_id: clientId } = await register(issuer, initial_access_token, {
    client_name: 'Signer',
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [loadSigningKey(privateJwk).publicJwk] },
  });
  return {
    ...server,
    databaseFile: join(dataFolder, 'authorization-server.sqlite'),
    credentials: (clientId) => clients[clientId]!,
    basic: (clientId) => formatBasicCredentials(clients[clientId]!),
    signer: { clientId, issuer, privateJwk },
  };
}

/** As the worker does at its first start. */
async function register(
  issuer: string,
  initialAccessToken: string,
  metadata: object,
): Promise<ClientCredentials> {
  const response = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${initialAccessToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      ...metadata,
      client_uri: 'http://localhost:9003',
      grant_types: ['client_credentials'],
      scope: workerClient.scope,
    }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as ClientCredentials;
}

/**
 * @param issuer the origin of the authorization server whose key set it fetches
 * @param settings those that are not as usual
 * @param credentials with which it asks that server what was revoked
 */
export async function startResourceServer(
  issuer: string,
  settings: Record<string, string> = {},
  credentials?: ClientCredentials,
): Promise<RunningServer> {
  const port = await freePort();
  const dataFolder = temporaryFolder();
  if (credentials) {
    mkdirSync(join(dataFolder, 'credentials'));
    const file = join(dataFolder, 'credentials/acorn-apis.json');
    writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  }
  return startProcess(join(rootFolder, 'apps/resource-server/src/main.ts'), port, {
    AUTHORIZATION_SERVER_ORIGIN: issuer,
    RESOURCE_SERVER_ORIGIN: `http://localhost:${port}`,
    RESOURCE_SERVER_PORT: String(port),
    DATA_FOLDER: dataFolder,
    REVOCATION_CHECK: 'local',
    ...settings,
  });
}
