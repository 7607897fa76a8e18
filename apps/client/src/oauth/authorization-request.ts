/**
 * GET /authorize (at the authorization server, by way of the browser)
 *
 * "Please ask this person whether Briefing may..."
 *
 * ```http
 * HTTP/1.1 303 See Other
 * Location: http://localhost:9001/authorize
 *   ?response_type=code
 *   &client_id=briefing
 *   &redirect_uri=http%3A%2F%2Flocalhost%3A9000%2Fcallback
 *   &scope=openid+profile
 *   &state=...&nonce=...
 *   &code_challenge=...&code_challenge_method=S256
 *   &resource=http%3A%2F%2Flocalhost%3A9002%2Fuser
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 * @see https://www.rfc-editor.org/rfc/rfc8707#section-2.1
 */
import type { AuthorizationRequest } from '@four-roles/protocol/authorization-messages';
import { codeChallengeS256, createCodeVerifier } from '@four-roles/protocol/pkce';
import { randomValue } from '@four-roles/protocol/random-value';

/** What one sign-in, and no other, has: two tabs have two of them. */
export type AttemptSecrets = { state: string; nonce: string; codeVerifier: string };

export function createAttemptSecrets(): AttemptSecrets {
  return {
    state: randomValue(),
    nonce: randomValue(),
    codeVerifier: createCodeVerifier(),
  };
}

/** Where the browser is sent. The verifier stays here; only its hash travels. */
export function authorizationRequestUrl(
  authorizationEndpoint: string,
  client: { clientId: string; redirectUri: string; resource: string },
  scope: string,
  { state, nonce, codeVerifier }: AttemptSecrets,
): URL {
  const request: AuthorizationRequest = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope,
    state,
    nonce,
    code_challenge: codeChallengeS256(codeVerifier),
    code_challenge_method: 'S256',
    resource: client.resource,
  };
  const url = new URL(authorizationEndpoint);
  for (const [name, value] of Object.entries(request)) url.searchParams.set(name, value);
  return url;
}
