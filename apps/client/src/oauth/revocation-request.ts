/**
 * POST /revoke
 *
 * "I will not need this any more": when a person signs out, the refresh token
 * is worth nothing from then on, wherever copies of it may be.
 *
 * ```http
 * POST /revoke HTTP/1.1
 * Host: localhost:9001
 * Authorization: Basic YnJpZWZpbmc6Li4u
 * Content-Type: application/x-www-form-urlencoded
 *
 * token=...&token_type_hint=refresh_token
 *
 * HTTP/1.1 200 OK
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1
 */
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { clientCredentials } from '../registration.ts';
import type { Secret } from '../secret.ts';
import { Refused, send } from './send.ts';

/**
 * @throws {Unreachable} where there is no answer
 * @throws {Refused} where the server refuses the client
 */
export async function revokeRefreshToken(
  revocationEndpoint: string,
  refreshToken: Secret,
): Promise<void> {
  const response = await send('authorization server', revocationEndpoint, {
    method: 'POST',
    headers: { Authorization: formatBasicCredentials(clientCredentials()) },
    body: new URLSearchParams({
      token: refreshToken.reveal(),
      token_type_hint: 'refresh_token',
    }),
  });
  if (response.status !== 200) {
    throw await Refused.from('authorization server', 'revocation endpoint', response);
  }
}
