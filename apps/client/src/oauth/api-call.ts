/**
 * A call of the API with an access token.
 *
 * ```http
 * GET /user/messages HTTP/1.1
 * Host: localhost:9002
 * Authorization: Bearer eyJ...
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
import {
  formatBearer,
  isOfResource,
  parseBearerChallenge,
} from '@four-roles/protocol/bearer';
import { check } from '@four-roles/protocol/rule';
import { userResource } from '../registration.ts';
import { tokenStaysWithItsResource } from '../rules/api-call.ts';
import type { Secret } from '../secret.ts';
import { errorMembers, Refused, send } from './send.ts';

/**
 * @param url an address inside the resource that the token is for
 * @returns the JSON of the answer
 * @throws {Unreachable} where there is no answer
 * @throws {Refused} invalid_token, insufficient_scope, or what else the API says
 * @throws {OAuthError} access_denied
 */
export async function callApi(
  url: URL,
  accessToken: Secret,
  init: { method?: string; json?: object } = {},
): Promise<unknown> {
  // 1. The token goes nowhere else (RFC 6750, section 5.3). `url` is normalised: no ".." is left.
  check(tokenStaysWithItsResource, isOfResource(url, userResource), {
    expected: `${userResource}, or an address below it`,
    received: `${url.origin}${url.pathname}`,
  });

  // 2. Ask (RFC 6750, section 2.1).
  const headers = new Headers({ Authorization: formatBearer(accessToken.reveal()) });
  if (init.json) headers.set('Content-Type', 'application/json');
  const response = await send('resource server', url, {
    method: init.method ?? 'GET',
    headers,
    body: init.json ? JSON.stringify(init.json) : null,
  });
  if (response.ok) return response.json().catch(() => null);

  // 3. A refusal says why in its challenge (RFC 6750, section 3).
  const { status } = response;
  const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
  const body: unknown = await response.json().catch(() => undefined);
  throw new Refused('resource server', url.pathname, {
    status,
    ...errorMembers(challenge?.error ? challenge : body, `status ${status}`),
    scope: challenge?.scope,
  });
}
