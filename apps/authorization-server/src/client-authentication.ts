/**
 * Which client is asking, and is it really that client? The same steps at
 * every endpoint that clients call themselves.
 *
 *     Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW      client_secret_basic
 *     client_id=s6BhdRkqt3&client_secret=gX1fBat3bV          client_secret_post
 *     client_id=s6BhdRkqt3                                   none (public clients)
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3
 */
import { parseBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { refuseIfGuessing } from './attempts.ts';
import { addressOf } from './form.ts';
import * as rules from './rules/client-authentication.ts';
import { type Client, isPublic } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

const freeAttempts = 20;
const secretParameters = [
  'client_secret',
  'code',
  'code_verifier',
  'refresh_token',
  'token',
];

/** @throws {OAuthError} invalid_client, invalid_request, too_many_requests */
export async function authenticateClient(
  c: Context,
  parameters: Parameters,
  storage: Storage,
  clock: Clock,
): Promise<Client> {
  // 1. Nothing secret in the URI, where logs would keep it.
  const inUri = secretParameters.find((name) => c.req.query(name) !== undefined);
  check(rules.credentialsNotInUri, inUri === undefined, { received: inUri });

  // 2. One method.
  const header = c.req.header('authorization');
  const bodySecret = parameters.get('client_secret');
  check(rules.oneAuthenticationMethod, !(header && bodySecret), {
    expected: 'client_secret_basic or client_secret_post',
    received: header && bodySecret ? 'both' : 'one',
  });

  // 3. Who it says it is.
  const basic = header === undefined ? undefined : parseBasicCredentials(header);
  check(rules.basicCredentialsWellFormed, header === undefined || basic !== undefined);
  const bodyId = parameters.get('client_id');
  check(rules.clientIdAgrees, !basic || !bodyId || basic.client_id === bodyId, {
    expected: basic?.client_id,
    received: bodyId,
  });
  const clientId = basic?.client_id ?? bodyId;
  const client = clientId ? await storage.findClient(clientId) : undefined;
  check(rules.clientKnown, client !== undefined, { received: clientId });

  // 4. A public client shows nothing, and has nothing to show.
  const secret = basic?.client_secret ?? bodySecret;
  if (isPublic(client)) {
    check(rules.publicClientSendsNoSecret, secret === undefined);
    return client;
  }

  // 5. A confidential client shows its secret. The right one is never refused,
  //    or whoever guesses could keep the client out.
  check(rules.confidentialClientAuthenticates, secret !== undefined);
  const matches = constantTimeEqual(sha256(secret ?? ''), client.secretHash ?? '');
  if (!matches) {
    const key = `client:${client.clientId}:${addressOf(c)}`;
    const slowed = rules.secretGuessingSlowed;
    await refuseIfGuessing(slowed, key, freeAttempts, storage, clock);
    await storage.countFailedAttempt(key, seconds(clock));
  }
  check(rules.clientSecretMatches, matches);
  return client;
}
