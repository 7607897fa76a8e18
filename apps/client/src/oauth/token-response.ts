/**
 * What the token endpoint answers, to a code as to a refresh token.
 *
 * ```http
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 * Cache-Control: no-store
 *
 * {"access_token": "eyJ...", "token_type": "Bearer", "expires_in": 600,
 *  "scope": "openid profile", "refresh_token": "...", "id_token": "eyJ..."}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { clock } from '../config.ts';
import { tokenIsBearer, tokenResponseWellFormed } from '../rules/token-response.ts';
import { Secret } from '../secret.ts';
import type { Tokens } from '../storage/sessions.ts';
import { Refused } from './send.ts';

const tokenResponse = z.object({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.number().positive().default(60),
  scope: z.string().optional(),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().min(1).optional(),
});

/**
 * @param scopeAskedFor what an answer without `scope` has granted
 * @throws {Refused} where it is an error response
 * @throws {OAuthError} invalid_response
 */
export async function readTokenResponse(
  response: Response,
  scopeAskedFor: string,
): Promise<{ tokens: Tokens; idToken: Secret | undefined }> {
  // 1. It is not an error (RFC 6749, section 5.2).
  if (response.status !== 200) {
    throw await Refused.from('authorization server', 'token endpoint', response);
  }

  // 2. It is a token response (RFC 6749, section 5.1).
  const answer = tokenResponse.safeParse(await response.json().catch(() => null));
  check(tokenResponseWellFormed, answer.success, {
    expected: 'JSON with access_token and token_type',
    received: `missing or wrong: ${answer.error?.issues.map(({ path }) => path.join('.')).join(', ')}`,
  });
  const { access_token, token_type, expires_in, scope, refresh_token, id_token } =
    answer.data;

  // 3. The token is of a kind that the client can use (RFC 6749, section 7.1).
  check(tokenIsBearer, token_type.toLowerCase() === 'bearer', {
    expected: 'Bearer',
    received: token_type,
  });

  return {
    tokens: {
      accessToken: new Secret(access_token),
      accessTokenExpiresAt: clock.now() + expires_in * 1000,
      refreshToken: refresh_token ? new Secret(refresh_token) : undefined,
      scope: scope ?? scopeAskedFor,
    },
    idToken: id_token ? new Secret(id_token) : undefined,
  };
}
