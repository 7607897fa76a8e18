/**
 * Three ways to go about tokens that were taken back. A signature does not
 * tell: a signed token goes on verifying after it has been revoked.
 *
 *     local           asks nobody: a revoked token works until it expires
 *     introspection   asks about every token; an answer counts for 5 seconds
 *     list            fetches, once in 5 seconds, all that was revoked
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-3
 */
import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import type { Clock } from '@four-roles/protocol/clock';
import type { AuthorizationServer } from './authorization-server.ts';
import { introspection } from './introspection.ts';
import { revocationList } from './revocation-list.ts';

export const revocationModes = ['local', 'introspection', 'list'] as const;

export type RevocationMode = (typeof revocationModes)[number];

/** Nothing else is wrong with it: signature, issuer, audience and time were found good. */
export type GoodToken = {
  token: string;
  /** Its SHA-256, by which something can be kept about it. */
  hash: string;
  claims: AccessTokenClaims;
};

/** @throws {OAuthError} invalid_token; temporarily_unavailable: no answer is not a yes */
export type RefuseRevoked = (good: GoodToken) => Promise<void>;

/** Those that ask the authorization server are absent where there are no credentials. */
export type RevocationChecks = Partial<Record<RevocationMode, RefuseRevoked>>;

/** @param clock tells how old an answer is, so it must not be set back */
export function revocationChecks(
  authorizationServer: AuthorizationServer,
  credentials: ClientCredentials | undefined,
  clock: Clock,
): RevocationChecks {
  const local = async () => {};
  if (!credentials) return { local };
  return {
    local,
    introspection: introspection(authorizationServer, credentials, clock),
    list: revocationList(authorizationServer, credentials, clock),
  };
}
