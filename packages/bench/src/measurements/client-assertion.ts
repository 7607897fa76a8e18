/**
 * POST /token, client_credentials, by a client that signs who it is, beside one
 * that shows its secret: one signature more to verify, and one `jti` to write.
 */
import type { OurAuthorizationServer } from '../four-roles.ts';
import type { Measurement } from '../measure.ts';
import { form, workerClient } from '../workload.ts';

export function clientAssertion(ours: OurAuthorizationServer): Measurement {
  const { client_id, ...what } = workerClient;
  const parameters = { grant_type: 'client_credentials', ...what };
  const request = { path: '/token', ...form(ours.basic(client_id), parameters) };
  return {
    title: 'POST /token, client_credentials, by private_key_jwt',
    unit: 'requests',
    contestants: [
      {
        name: 'Four Roles',
        server: ours,
        load: () => ({ kind: 'assertions', signer: ours.signer, seconds: 2 }),
      },
      {
        name: 'the same by client_secret_basic',
        server: ours,
        load: () => ({ kind: 'request', request, seconds: 2 }),
      },
    ],
    aims: [],
  };
}
