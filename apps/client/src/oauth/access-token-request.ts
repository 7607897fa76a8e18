/**
 * POST /token, with a code
 *
 * From server to server: the code, the proof that this client asked for it,
 * and the client's own credentials, for tokens.
 *
 * ```http
 * POST /token HTTP/1.1
 * Host: localhost:9001
 * Authorization: Basic YnJpZWZpbmc6Li4u
 * Content-Type: application/x-www-form-urlencoded
 *
 * grant_type=authorization_code&code=...&redirect_uri=http%3A%2F%2Flocalhost%3A9000%2Fcallback
 *   &code_verifier=...&resource=http%3A%2F%2Flocalhost%3A9002%2Fuser
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.5
 */
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { clientCredentials, redirectUri, userResource } from '../registration.ts';
import type { Secret } from '../secret.ts';
import type { Tokens } from '../storage/sessions.ts';
import { send } from './send.ts';
import { readTokenResponse } from './token-response.ts';

/**
 * @throws {Unreachable} where there is no answer
 * @throws {Refused} where the server refuses the code or the client
 * @throws {OAuthError} invalid_response
 */
export async function requestAccessToken(
  tokenEndpoint: string,
  code: string,
  attempt: { code_verifier: string; scope: string },
): Promise<{ tokens: Tokens; idToken: Secret | undefined }> {
  // 1. Ask: the same redirect_uri again, and what the code_challenge was made of.
  const response = await send('authorization server', tokenEndpoint, {
    method: 'POST',
    headers: { Authorization: formatBasicCredentials(clientCredentials()) },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: attempt.code_verifier,
      resource: userResource,
    }),
  });

  // 2. Judge the answer.
  return readTokenResponse(response, attempt.scope);
}
