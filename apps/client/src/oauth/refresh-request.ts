/**
 * POST /token, with a refresh token
 *
 * A new access token for a person who is not asked again.
 *
 * ```http
 * POST /token HTTP/1.1
 * Host: localhost:9001
 * Authorization: Basic YnJpZWZpbmc6Li4u
 * Content-Type: application/x-www-form-urlencoded
 *
 * grant_type=refresh_token&refresh_token=...&resource=http%3A%2F%2Flocalhost%3A9002%2Fuser
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { clientCredentials, userResource } from '../registration.ts';
import type { Secret } from '../secret.ts';
import type { Tokens } from '../storage/sessions.ts';
import { send } from './send.ts';
import { readTokenResponse } from './token-response.ts';

/**
 * @throws {Unreachable} where there is no answer
 * @throws {Refused} invalid_grant, where the connection has been ended
 * @throws {OAuthError} invalid_response
 */
export async function refreshTokens(
  tokenEndpoint: string,
  refreshToken: Secret,
  scope: string,
): Promise<Tokens> {
  const response = await send('authorization server', tokenEndpoint, {
    method: 'POST',
    headers: { Authorization: formatBasicCredentials(clientCredentials()) },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken.reveal(),
      resource: userResource,
    }),
  });
  const { tokens } = await readTokenResponse(response, scope);

  // A server that does not rotate sends none: the old one stays (RFC 6749, section 6).
  return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
}
