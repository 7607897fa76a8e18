/**
 * GET /jwks
 *
 * The public keys with which anybody verifies what this server signed.
 *
 *     {"keys":[{"kty":"EC","crv":"P-256","x":"...","y":"...","kid":"...","alg":"ES256","use":"sig"}]}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import type { JwkSet, SigningKey } from '@four-roles/protocol/signing-key';
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';

export function jwks(key: SigningKey): Handler {
  const keySet: JwkSet = { keys: [key.publicJwk] };
  const headers = { ...anyOrigin, 'Cache-Control': 'public, max-age=300' };
  return () => jsonResponse(keySet, 200, headers);
}
