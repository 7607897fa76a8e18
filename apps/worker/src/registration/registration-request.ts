/**
 * POST /register
 *
 * Dynamic client registration: the worker says who it is, shows a token that
 * an operator gave it, and becomes a client of its own.
 *
 * ```http
 * POST /register HTTP/1.1
 * Host: localhost:9001
 * Authorization: Bearer 6dbT2x...
 * Content-Type: application/json
 *
 * {"client_name": "Nightly", "grant_types": ["client_credentials"], "scope": "contacts.read ...",
 *  "token_endpoint_auth_method": "client_secret_basic", ...}
 *
 * HTTP/1.1 201 Created
 * Cache-Control: no-store
 *
 * {"client_id": "...", "client_secret": "...", "client_secret_expires_at": 0,
 *  "registration_access_token": "...", "registration_client_uri": "...", ...}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.1
 */
import { formatBearer } from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { loadSigningKey, type PrivateJwk } from '@four-roles/protocol/signing-key';
import { Refused } from '../refused.ts';
import { send, throwIfBusy } from '../send.ts';
import type { Application } from './application.ts';
import type { Credentials } from './credentials.ts';
import { judgeRegistration } from './registration-response.ts';

/**
 * @param key with it the client will sign; without one it wants a secret
 * @throws {TryAgain} where the server is away or busy
 * @throws {Refused} where it says no
 * @throws {OAuthError} invalid_response
 */
export async function requestRegistration(
  registrationEndpoint: string,
  initialAccessToken: string,
  { name, description, uri, scope }: Application,
  key: PrivateJwk | undefined,
  clock: Clock,
): Promise<Credentials> {
  // 1. Say who it is, what it will do, and how it will prove itself (RFC 7591, section 2).
  const asked = {
    client_name: name,
    client_uri: uri,
    description,
    application_type: 'service',
    grant_types: ['client_credentials'],
    scope,
    token_endpoint_auth_method: key ? 'private_key_jwt' : 'client_secret_basic',
    ...(key && { jwks: { keys: [loadSigningKey(key).publicJwk] } }),
  };
  const response = await send(registrationEndpoint, clock, {
    method: 'POST',
    headers: {
      Authorization: formatBearer(initialAccessToken),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(asked),
  }).catch(() => {
    throw new Refused('The registration was not answered, and may have been done', 0);
  });

  // 2. Busy is not a refusal.
  throwIfBusy(response, 'the registration endpoint', clock);
  if (response.status !== 201) {
    throw await Refused.from('The registration endpoint', response);
  }

  // 3. The server may have changed what was asked for: is it still enough?
  const answer: unknown = await response.json().catch(() => null);
  const { client_secret, ...given } = judgeRegistration(answer, asked);

  return key
    ? { ...given, token_endpoint_auth_method: 'private_key_jwt', private_key: key }
    : {
        ...given,
        token_endpoint_auth_method: 'client_secret_basic',
        client_secret: client_secret ?? '',
      };
}
