/**
 * The whole flow for a person who is signed in and agreed earlier, everything
 * stored in SQLite: GET /authorize with the session cookie, POST /token with
 * the code and its verifier, POST /token with the refresh token.
 */
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { randomValue } from '@four-roles/protocol/random-value';
import type { OurAuthorizationServer } from '../four-roles.ts';
import type { Flow } from '../load.ts';
import type { Contestant, Measurement } from '../measure.ts';
import { type RunningServer, startServer, temporaryFolder } from '../running-server.ts';
import { signIn } from '../sign-in.ts';
import { webClient } from '../workload.ts';

export async function codeFlow(ours: OurAuthorizationServer): Promise<Measurement> {
  const secret = randomValue();
  const sessionId = randomValue();
  const peer = await startServer('oidc-provider-sqlite', {
    CLIENT_SECRET: secret,
    SESSION_ID: sessionId,
    DATA_FOLDER: temporaryFolder(),
  });
  const { client_id } = webClient;
  const parameters = { response_type: 'code', ...webClient };

  return {
    title: 'Code, PKCE and refresh for a signed-in person, everything in SQLite',
    unit: 'flows',
    contestants: [
      contestant('Four Roles', ours, {
        authorizePath: '/authorize',
        parameters,
        cookie: await signIn(ours, parameters),
        tokenPath: '/token',
        authorization: ours.basic(client_id),
      }),
      contestant('oidc-provider', peer, {
        authorizePath: '/auth',
        parameters,
        cookie: `_session=${sessionId}`,
        tokenPath: '/token',
        authorization: formatBasicCredentials({ client_id, client_secret: secret }),
      }),
    ],
    aims: [{ contestant: 'Four Roles', beside: 'oidc-provider', atLeast: 3 }],
  };
}

function contestant(name: string, server: RunningServer, flow: Flow): Contestant {
  return { name, server, load: () => ({ kind: 'flow', flow, seconds: 3 }) };
}
