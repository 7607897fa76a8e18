/**
 * POST /token
 *
 * Client credentials: the worker shows who it is and gets a token for one
 * resource. No person takes part.
 *
 * ```http
 * POST /token HTTP/1.1
 * Host: localhost:9001
 * Authorization: Basic bmlnaHRseTouLi4=
 * Content-Type: application/x-www-form-urlencoded
 *
 * grant_type=client_credentials&resource=http%3A%2F%2Flocalhost%3A9002%2Fgateway&scope=gateway.call
 *
 * HTTP/1.1 200 OK
 * Cache-Control: no-store
 *
 * {"access_token": "eyJ...", "token_type": "Bearer", "expires_in": 600, "scope": "gateway.call"}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2
 */
import type { Clock } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import { isSubset, parseScope } from '@four-roles/protocol/scope';
import { z } from 'zod';
import { authenticate } from './client-authentication.ts';
import { Refused } from './refused.ts';
import type { Credentials } from './registration/credentials.ts';
import {
  grantedScopeSuffices,
  tokenIsBearer,
  tokenLifetimeStated,
  tokenResponseWellFormed,
} from './rules/token-response.ts';
import { send, throwIfBusy } from './send.ts';
import type { ServerMetadata } from './server-metadata.ts';

/** What a token is for: one protected resource, and what may be done there. */
export type Access = { resource: string; scope: string };

const tokenResponse = z.object({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
});

/**
 * @returns the token, and for how many seconds it is good
 * @throws {TryAgain} where the server is away or busy
 * @throws {Refused} where it says no
 * @throws {OAuthError} invalid_response
 */
export async function requestToken(
  { issuer, token_endpoint }: ServerMetadata,
  credentials: Credentials,
  access: Access,
  clock: Clock,
): Promise<{ accessToken: string; expiresIn: number }> {
  // 1. Ask, as a client that can prove who it is (RFC 6749, section 4.4.2).
  const { headers, parameters } = authenticate(credentials, issuer, clock);
  const response = await send(token_endpoint, clock, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...access,
      ...parameters,
    }),
  });

  // 2. Busy is not a refusal.
  throwIfBusy(response, 'the token endpoint', clock);
  if (response.status !== 200) throw await Refused.from('The token endpoint', response);

  // 3. The answer is a token response (RFC 6749, section 5.1).
  const answer = tokenResponse.safeParse(await response.json().catch(() => null));
  check(tokenResponseWellFormed, answer.success, {
    expected: 'JSON with access_token and token_type',
    received: answer.error?.issues.map((issue) => issue.path.join('.')).join(', '),
  });
  const { access_token, token_type, expires_in, scope } = answer.data;

  // 4. The token is of a type the worker can use (RFC 6749, section 7.1).
  check(tokenIsBearer, token_type.toLowerCase() === 'bearer', {
    expected: 'Bearer',
    received: token_type,
  });

  // 5. It says how long it is good (RFC 6749, section 5.1).
  const expiresIn = expires_in ?? Number.POSITIVE_INFINITY;
  check(tokenLifetimeStated, Number.isFinite(expiresIn), {
    expected: 'a positive expires_in',
    received: expires_in,
  });

  // 6. It is good for everything that was asked; no scope in the answer means just that
  //    (RFC 6749, section 5.1).
  const granted = parseScope(scope ?? access.scope);
  check(grantedScopeSuffices, isSubset(parseScope(access.scope), granted), {
    expected: access.scope,
    received: scope,
  });

  return { accessToken: access_token, expiresIn };
}
