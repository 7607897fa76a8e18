/**
 * What is this token, and whose? A refresh token is found in the database; an
 * access token says so itself, and is believed where its signature is ours.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
import {
  type AccessTokenClaims,
  accessTokenType,
  hasAccessTokenClaims,
} from '@four-roles/protocol/access-token';
import { sha256 } from '@four-roles/protocol/hash';
import { decodeUnverified, isSignedBy } from '@four-roles/protocol/jwt';
import { check } from '@four-roles/protocol/rule';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { tokenIsAccessToken, tokenSignedHere } from './rules/token-status.ts';
import type { KeyRing } from './signing-keys/key-ring.ts';
import type { Storage } from './storage/storage.ts';

export type FoundToken =
  | { kind: 'access_token'; claims: AccessTokenClaims }
  | {
      kind: 'refresh_token';
      grantId: string;
      /** The claims that an access token of the same grant would have. */
      claims: Omit<AccessTokenClaims, 'jti'>;
      used: boolean;
    };

/**
 * Find out what a token is. Neither its expiry nor its revocation matter here.
 *
 * @throws {OAuthError} invalid_token, where it is no token of this server
 */
export async function findToken(
  token: string,
  issuer: string,
  keys: KeyRing,
  storage: Storage,
): Promise<FoundToken> {
  const refresh = await storage.findRefreshToken(sha256(token));
  if (refresh) {
    const { token: row, grant } = refresh;
    const claims = {
      iss: issuer,
      sub: grant.subject,
      aud: grant.resource,
      client_id: grant.clientId,
      scope: grant.scope,
      iat: row.issuedAt,
      exp: Math.min(row.expiresAt, grant.expiresAt),
    };
    const used = row.usedAt !== null;
    return { kind: 'refresh_token', grantId: grant.grantId, claims, used };
  }
  const decoded = decodeUnverified(token);
  const claims: Record<string, unknown> = decoded?.claims ?? {};
  const typ = decoded?.header.typ;
  check(tokenIsAccessToken, typ === accessTokenType && hasAccessTokenClaims(claims), {
    expected: accessTokenType,
    received: typ,
  });
  const kid = decoded?.header.kid;
  const key = await keys.find(kid);
  check(tokenSignedHere, key !== undefined && (await isSignedHere(token, key)), {
    expected: 'a signature of the key that kid names',
    received: key ? kid : `${kid}, which is not published`,
  });
  return { kind: 'access_token', claims };
}

/** Tokens whose signature was verified, by their hash: it stays as good as its key. */
const verified = new LRUCache<string, CryptoKey>({ max: 10_000 });

async function isSignedHere(token: string, publicKey: CryptoKey): Promise<boolean> {
  const hash = sha256(token);
  if (verified.get(hash) === publicKey) return true;
  const signed = await isSignedBy(token, publicKey);
  if (signed) verified.set(hash, publicKey);
  return signed;
}
