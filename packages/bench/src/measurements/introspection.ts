/**
 * Introspection of a valid access token by an authenticated caller.
 * oidc-provider introspects no JWT, so there the token is an opaque one.
 */
import assert from 'node:assert/strict';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { randomValue } from '@four-roles/protocol/random-value';
import { ask } from '../ask.ts';
import type { OurAuthorizationServer } from '../four-roles.ts';
import type { Contestant, Measurement } from '../measure.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { form, workerClient } from '../workload.ts';

const { client_id, ...what } = workerClient;

export async function introspection(ours: OurAuthorizationServer): Promise<Measurement> {
  const secret = randomValue();
  const environment = { CLIENT_SECRET: secret };
  const worker = formatBasicCredentials({ client_id, client_secret: secret });
  const jmondi = await startServer('jmondi', environment);
  const provider = await startServer('oidc-provider-opaque', environment);

  return {
    title: 'POST /introspect, a valid access token',
    unit: 'requests',
    contestants: [
      await contestant('Four Roles', ours, '/introspect', {
        issuedTo: ours.basic(client_id),
        askedBy: ours.basic('acorn-apis'),
      }),
      await contestant('@jmondi/oauth2-server', jmondi, '/introspect', {
        issuedTo: worker,
        askedBy: worker,
      }),
      await contestant('oidc-provider (opaque)', provider, '/token/introspection', {
        issuedTo: worker,
        askedBy: worker,
      }),
    ],
    aims: [{ contestant: 'Four Roles', beside: '@jmondi/oauth2-server', atLeast: 1 }],
  };
}

async function contestant(
  name: string,
  server: RunningServer,
  path: string,
  authorization: { issuedTo: string; askedBy: string },
): Promise<Contestant> {
  const { access_token } = await ask(server, {
    path: '/token',
    ...form(authorization.issuedTo, { grant_type: 'client_credentials', ...what }),
  });
  const token = String(access_token);
  const request = { path, ...form(authorization.askedBy, { token }) };
  const { active } = await ask(server, request);
  assert.equal(active, true, name);
  return { name, server, load: () => ({ kind: 'request', request, seconds: 2 }) };
}
