/**
 * The ID token: who signed in, when, and in answer to which request. Not a
 * word of it is believed before all of this holds.
 *
 *     { "alg": "ES256", "typ": "JWT", "kid": "..." }
 *     { "iss": "http://localhost:9001", "sub": "acct_...", "aud": "briefing", "iat": ..., "exp": ...,
 *       "nonce": "...", "auth_time": ..., "at_hash": "..." }
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { accessTokenHash } from '@four-roles/protocol/id-token';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { check } from '@four-roles/protocol/rule';
import { signingAlgorithm } from '@four-roles/protocol/signing-key';
import {
  idTokenAccessTokenHash,
  idTokenAlgorithm,
  idTokenAudience,
  idTokenIssuer,
  idTokenNonce,
  idTokenNotExpired,
  idTokenSignature,
  idTokenSubject,
  idTokenType,
} from '../rules/id-token.ts';
import type { Secret } from '../secret.ts';
import { isSignedByKeyIn, type KeySet } from './key-set.ts';

/**
 * @returns the subject: who signed in
 * @throws {Unreachable} where the keys cannot be had
 * @throws {OAuthError} invalid_response
 */
export async function validateIdToken(
  secret: Secret,
  expected: {
    issuer: string;
    clientId: string;
    nonce: string;
    accessToken: Secret;
    keys: KeySet;
    clock: Clock;
  },
): Promise<string> {
  const idToken = secret.reveal();
  const { header, claims } = decodeUnverified(idToken) ?? { header: {}, claims: {} };

  // 1. Its algorithm is the one this client expects (RFC 8725, section 3.1).
  check(idTokenAlgorithm, header.alg === signingAlgorithm, {
    expected: signingAlgorithm,
    received: header.alg,
  });

  // 2. It does not say that it is something else (RFC 8725, section 3.11).
  check(idTokenType, header.typ === undefined || header.typ.toUpperCase() === 'JWT', {
    expected: 'JWT',
    received: header.typ,
  });

  // 3. A key of the authorization server has signed it.
  check(idTokenSignature, await isSignedByKeyIn(idToken, expected.keys), {
    expected: 'a signature of one of the keys at jwks_uri',
    received: `a signature that none of them made (kid ${header.kid})`,
  });

  // 4. The right server has issued it.
  check(idTokenIssuer, claims.iss === expected.issuer, {
    expected: expected.issuer,
    received: claims.iss,
  });

  // 5. It is for this client alone: others in `aud` would not be trusted.
  const audience = [claims.aud ?? []].flat();
  check(idTokenAudience, audience.length === 1 && audience[0] === expected.clientId, {
    expected: expected.clientId,
    received: audience.join(', '),
  });

  // 6. It has not expired.
  const now = seconds(expected.clock);
  check(idTokenNotExpired, typeof claims.exp === 'number' && now < claims.exp, {
    expected: `exp after ${now}`,
    received: claims.exp,
  });

  // 7. It answers the request that this browser made.
  check(idTokenNonce, claims.nonce === expected.nonce, {
    expected: 'the nonce of this sign-in',
    received: claims.nonce === undefined ? 'no nonce' : 'another nonce',
  });

  // 8. It belongs to the access token beside it (OpenID Connect Core, section 3.1.3.8).
  check(
    idTokenAccessTokenHash,
    claims.at_hash === undefined ||
      claims.at_hash === accessTokenHash(expected.accessToken.reveal()),
    { expected: 'the hash of the access token', received: 'another hash' },
  );

  // 9. It names somebody (OpenID Connect Core, section 2).
  const { sub } = claims;
  check(idTokenSubject, typeof sub === 'string' && /^[\x20-\x7e]{1,255}$/.test(sub), {
    expected: 'sub, of 1 to 255 characters',
    received: typeof sub,
  });
  return sub as string;
}
