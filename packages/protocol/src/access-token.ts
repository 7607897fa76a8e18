/**
 * An access token: a signed JWT that says who may do what, where, until when.
 *
 *     { "alg": "ES256", "typ": "at+jwt", "kid": "..." }
 *     { "iss": "http://localhost:9001", "sub": "acct_...", "aud": "http://localhost:9002/user",
 *       "client_id": "briefing", "scope": "openid profile", "jti": "...", "iat": ..., "exp": ... }
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068
 */
import { signJwt } from './jwt.ts';
import type { SigningKey } from './signing-key.ts';

/** The media type in the header: it keeps an ID token from passing as an access token. */
export const accessTokenType = 'at+jwt';

/** @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2 */
export type AccessTokenClaims = {
  /** The authorization server that issued it. */
  iss: string;
  /** The resource owner; where none takes part, the client itself. */
  sub: string;
  /** The one protected resource it is meant for. */
  aud: string;
  client_id: string;
  /** Space-delimited, as in the token response. */
  scope: string;
  /** Its name, by which it can be revoked. */
  jti: string;
  /** Seconds since the epoch. */
  iat: number;
  /** Seconds since the epoch. */
  exp: number;
  /** When the resource owner signed in, in seconds since the epoch. */
  auth_time?: number;
};

export function signAccessToken(claims: AccessTokenClaims, key: SigningKey): string {
  return signJwt(accessTokenType, claims, key);
}

/** Has the decoded payload every claim that RFC 9068 requires, each of its type? */
export function hasAccessTokenClaims(
  claims: Record<string, unknown>,
): claims is AccessTokenClaims {
  return (
    ['iss', 'sub', 'aud', 'client_id', 'jti'].every(
      (name) => typeof claims[name] === 'string',
    ) &&
    typeof (claims.scope ?? '') === 'string' &&
    Number.isFinite(claims.iat) &&
    Number.isFinite(claims.exp)
  );
}
