/**
 * POST /token, client_credentials: an access token as a JWT signed with ES256,
 * the client authenticated by client_secret_basic.
 */
import assert from 'node:assert/strict';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { randomValue } from '@four-roles/protocol/random-value';
import { ask } from '../ask.ts';
import type { OurAuthorizationServer } from '../four-roles.ts';
import type { Contestant, Measurement } from '../measure.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { form, workerClient } from '../workload.ts';

const { client_id, ...what } = workerClient;

export async function clientCredentials(
  ours: OurAuthorizationServer,
): Promise<Measurement> {
  const secret = randomValue();
  const authorization = formatBasicCredentials({ client_id, client_secret: secret });
  const peer = async (name: string, file: string) =>
    contestant(name, await startServer(file, { CLIENT_SECRET: secret }), authorization);

  return {
    title: 'POST /token, client_credentials, an ES256 JWT as access token',
    unit: 'requests',
    contestants: [
      await contestant('Four Roles', ours, ours.basic(client_id)),
      await peer('oidc-provider', 'oidc-provider-in-memory'),
      await peer('@jmondi/oauth2-server', 'jmondi'),
      await peer('only signs, jose', 'sign-only-jose'),
      await peer('only signs, node:crypto', 'sign-only-node-crypto'),
    ],
    aims: [
      { contestant: 'Four Roles', beside: 'oidc-provider', atLeast: 2.2 },
      { contestant: 'Four Roles', beside: '@jmondi/oauth2-server', atLeast: 1 },
    ],
  };
}

async function contestant(
  name: string,
  server: RunningServer,
  authorization: string,
): Promise<Contestant> {
  const request = {
    path: '/token',
    ...form(authorization, { grant_type: 'client_credentials', ...what }),
  };
  const { access_token } = await ask(server, request);
  assert.equal(decodeUnverified(String(access_token))?.header.alg, 'ES256', name);
  return { name, server, load: () => ({ kind: 'request', request, seconds: 2 }) };
}
