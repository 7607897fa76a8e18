/**
 * An ID token: a signed JWT that tells the client who signed in, when, and in
 * answer to which request. It is for the client alone; no API accepts it.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
import { sha256Bytes } from './hash.ts';
import { signJwt } from './jwt.ts';
import type { SigningKey } from './signing-key.ts';

export type IdTokenClaims = {
  iss: string;
  /** The person who signed in. */
  sub: string;
  /** The client that asked: its client_id. */
  aud: string;
  /** Seconds since the epoch. */
  iat: number;
  /** Seconds since the epoch. */
  exp: number;
  /** When the person signed in, in seconds since the epoch. */
  auth_time: number;
  /** The value that the client sent with its authorization request. */
  nonce?: string;
  /** Ties the ID token to the access token that came with it. */
  at_hash: string;
};

export function signIdToken(claims: IdTokenClaims, key: SigningKey): string {
  return signJwt('JWT', claims, key);
}

/**
 * The left half of the SHA-256 of the access token, in base64url.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken
 */
export function accessTokenHash(accessToken: string): string {
  return sha256Bytes(accessToken).subarray(0, 16).toString('base64url');
}
