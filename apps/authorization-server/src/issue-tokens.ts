/**
 * From what was granted to the answer of the token endpoint. Access tokens and
 * ID tokens are signed, not stored: issuing one waits for no write. That it was
 * issued is recorded a moment later, in batches.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2
 */
import {
  type AccessTokenClaims,
  signAccessToken,
} from '@four-roles/protocol/access-token';
import { accessTokenHash, signIdToken } from '@four-roles/protocol/id-token';
import { randomValue } from '@four-roles/protocol/random-value';
import { tokenName } from '@four-roles/protocol/revocation-list';
import { formatScope } from '@four-roles/protocol/scope';
import type { SigningKey } from '@four-roles/protocol/signing-key';
import type { TokenResponse } from '@four-roles/protocol/token-messages';
import type { Granted } from './grants/granted.ts';
import { accessTokenLifetime, idTokenLifetime } from './lifetimes.ts';

/**
 * @param now seconds since the epoch
 * @returns the answer, and what the access token in it says
 */
export function issueTokens(
  granted: Granted,
  issuer: string,
  key: SigningKey,
  now: number,
): { response: TokenResponse; claims: AccessTokenClaims } {
  const scope = formatScope(granted.scopes);
  const claims: AccessTokenClaims = {
    iss: issuer,
    sub: granted.subject,
    aud: granted.resource,
    client_id: granted.clientId,
    scope,
    jti: tokenName(randomValue(), granted.grantId),
    iat: now,
    exp: now + accessTokenLifetime,
    ...(granted.authTime !== undefined && { auth_time: granted.authTime }),
  };
  const access_token = signAccessToken(claims, key);
  const response: TokenResponse = {
    access_token,
    token_type: 'Bearer',
    expires_in: accessTokenLifetime,
    scope,
  };
  if (granted.refreshToken) response.refresh_token = granted.refreshToken;
  if (granted.scopes.includes('openid') && granted.authTime !== undefined) {
    response.id_token = signIdToken(
      {
        iss: issuer,
        sub: granted.subject,
        aud: granted.clientId,
        iat: now,
        exp: now + idTokenLifetime,
        auth_time: granted.authTime,
        ...(granted.nonce && { nonce: granted.nonce }),
        at_hash: accessTokenHash(access_token),
      },
      key,
    );
  }
  return { response, claims };
}
