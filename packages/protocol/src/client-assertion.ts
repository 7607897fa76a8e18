/**
 * A client assertion: a JWT that a client signs with its private key, in order
 * to say who it is. The authorization server knows the public key only, so
 * there is nothing at the server that could be stolen and used.
 *
 *     POST /token
 *
 *     grant_type=client_credentials&scope=contacts.read
 *       &client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer
 *       &client_assertion=eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Ii4uLiJ9...
 *
 *     { "alg": "ES256", "typ": "JWT", "kid": "..." }
 *     { "iss": "nightly", "sub": "nightly", "aud": "http://localhost:9001",
 *       "jti": "...", "iat": ..., "exp": ... }
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-2.2
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication
 */
import { type Clock, seconds } from './clock.ts';
import { signJwt } from './jwt.ts';
import { randomValue } from './random-value.ts';
import type { SigningKey } from './signing-key.ts';

export const clientAssertionType =
  'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** @see https://www.rfc-editor.org/rfc/rfc7523#section-3 */
type ClientAssertionClaims = {
  /** The client speaks for itself: `iss` and `sub` are both its `client_id`. */
  iss: string;
  sub: string;
  /** The authorization server that it is meant for, and nobody else. */
  aud: string;
  /** Used once. */
  jti: string;
  /** Seconds since the epoch. */
  iat: number;
  /** Seconds since the epoch. */
  exp: number;
};

/** Seconds: long enough for one request and a clock that is half a minute off. */
const clientAssertionLifetime = 60;

/**
 * A new assertion, for one request.
 *
 * @param audience the issuer of the authorization server: of all that it accepts,
 *   this is the one value that no other server can have put into its metadata
 */
export function signClientAssertion(
  clientId: string,
  audience: string,
  key: SigningKey,
  clock: Clock,
): string {
  const iat = seconds(clock);
  const claims: ClientAssertionClaims = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: randomValue(),
    iat,
    exp: iat + clientAssertionLifetime,
  };
  return signJwt('JWT', claims, key);
}
