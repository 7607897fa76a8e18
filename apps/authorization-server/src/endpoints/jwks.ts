/**
 * GET /jwks
 *
 * The public keys with which anybody verifies what this server signed: the one
 * that signs now, the one that will, and older ones until their last token has
 * expired.
 *
 *     {"keys":[{"kty":"EC","crv":"P-256","x":"...","y":"...","kid":"...","alg":"ES256","use":"sig"}]}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import type { JwkSet } from '@four-roles/protocol/signing-key';
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { keySetLifetime } from '../lifetimes.ts';
import type { KeyRing } from '../signing-keys/key-ring.ts';

export function jwks(keys: KeyRing): Handler {
  const cacheControl = `public, max-age=${keySetLifetime}`;
  const headers = { ...anyOrigin, 'Cache-Control': cacheControl };
  return async () => {
    const keySet: JwkSet = { keys: await keys.published() };
    return jsonResponse(keySet, 200, headers);
  };
}
