/**
 * Which client is asking, and is it really that client? The same steps at
 * every endpoint that clients call themselves.
 *
 *     Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW      client_secret_basic
 *     client_id=s6BhdRkqt3&client_secret=gX1fBat3bV          client_secret_post
 *     client_assertion=eyJ...&client_assertion_type=urn:...  private_key_jwt
 *     client_id=s6BhdRkqt3                                   none (public clients)
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
import type { Clock } from '@four-roles/protocol/clock';
import { isLoopback } from '@four-roles/protocol/loopback';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { verifyAssertion } from './client-authentication/client-assertion.ts';
import { clientKeys } from './client-authentication/client-keys.ts';
import { verifySecret } from './client-authentication/client-secret.ts';
import { isPublic } from './client-authentication/methods.ts';
import { readCredentials } from './client-authentication/presented-credentials.ts';
import { keysAtJwksUri } from './client-authentication/published-keys.ts';
import { clientUrlReader } from './client-url/read-client-url.ts';
import { refusalsConcern } from './error-response.ts';
import { remoteAddress } from './remote-address.ts';
import * as rules from './rules/client-authentication.ts';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

/**
 * @param whileSuspended `heard` where nothing is issued: a client that was
 *   stopped may still give back what it holds
 * @throws {OAuthError} invalid_client, invalid_request, too_many_requests
 */
export type AuthenticateClient = (
  c: Context,
  parameters: Parameters,
  whileSuspended?: 'refused' | 'heard',
) => Promise<Client>;

export function clientAuthentication(
  issuer: string,
  storage: Storage,
  clock: Clock,
): AuthenticateClient {
  const readUrl = clientUrlReader(isLoopback(new URL(issuer)), clock);
  const findKey = clientKeys(keysAtJwksUri(readUrl, clock));
  return async (c, parameters, whileSuspended = 'refused') => {
    // 1. Who does it say it is, and what does it show?
    const { method, clientId, secret, assertion } = readCredentials(c, parameters);

    // 2. A client of ours, that nobody has stopped.
    const client = await findKnown(clientId);
    refusalsConcern(c, client);
    refuseStopped(client, whileSuspended);

    // 3. A public client shows nothing, and has nothing to show.
    if (isPublic(client)) {
      check(rules.publicClientSendsNoSecret, method === 'none', { received: method });
      return client;
    }

    // 4. A confidential client proves who it is, by the method it registered.
    const registered = client.tokenEndpointAuthMethod;
    check(rules.confidentialClientAuthenticates, method !== 'none', {
      expected: registered,
      received: method,
    });
    check(rules.authenticationMethodRegistered, method === registered, {
      expected: registered,
      received: method,
    });
    if (assertion === undefined) {
      await verifySecret(client, secret ?? '', remoteAddress(c), storage, clock);
      return client;
    }
    const audiences = [issuer, `${issuer}/token`, `${issuer}${c.req.path}`];
    await verifyAssertion(client, assertion, audiences, findKey, storage, clock);

    // 5. And still is one: a client decides how long it takes to fetch its keys.
    const still = await findKnown(clientId);
    refuseStopped(still, whileSuspended);
    return still;
  };

  async function findKnown(clientId: string | undefined): Promise<Client> {
    const client = clientId ? await storage.findClient(clientId) : undefined;
    check(rules.clientKnown, client !== undefined, { received: clientId });
    return client;
  }
}

function refuseStopped(client: Client, whileSuspended: 'refused' | 'heard'): void {
  const { suspendedAt } = client;
  check(rules.clientNotSuspended, suspendedAt === null || whileSuspended === 'heard', {
    expected: 'a client that is not suspended',
    received: suspendedAt ? `suspended at ${suspendedAt}` : 'not suspended',
  });
}
