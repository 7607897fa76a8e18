/**
 * GET /jwks
 *
 * The public keys with which the authorization server's signatures are
 * verified: fetched when first needed, and again on an unknown `kid`. That is
 * how a new key becomes known, whatever the authorization server's clock says.
 *
 * There is no pause between two fetches, as a resource server needs one: what
 * is verified here came from the token endpoint, so nobody else makes up names
 * of keys.
 *
 * ```http
 * HTTP/1.1 200 OK
 * Content-Type: application/json
 *
 * {"keys": [{"kty": "EC", "crv": "P-256", "x": "...", "y": "...", "kid": "...", "alg": "ES256", "use": "sig"}]}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import { compactVerify, createRemoteJWKSet, customFetch, errors } from 'jose';
import { send, Unreachable } from './send.ts';

export type KeySet = ReturnType<typeof createRemoteJWKSet>;

const kept = new Map<string, KeySet>();

export function keySetAt(jwksUri: string): KeySet {
  const found = kept.get(jwksUri);
  if (found) return found;
  const keys = createRemoteJWKSet(new URL(jwksUri), {
    cooldownDuration: 0,
    [customFetch]: async (url) => send('authorization server', url),
  });
  kept.set(jwksUri, keys);
  return keys;
}

/**
 * The key is found by its `kid` in that set, and nowhere else: not in the
 * header of the token itself, nor at an address that it names.
 *
 * @throws {Unreachable} where the keys cannot be had
 */
export async function isSignedByKeyIn(token: string, keys: KeySet): Promise<boolean> {
  try {
    await compactVerify(token, keys);
    return true;
  } catch (error) {
    if (error instanceof Unreachable || !(error instanceof errors.JOSEError)) throw error;
    return false;
  }
}
