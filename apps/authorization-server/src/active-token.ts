/**
 * Is a token active, and what does it say? The answer of the introspection
 * endpoint, which the developer console shows as well.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-2.2
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-4
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { grantOfToken } from '@four-roles/protocol/revocation-list';
import { check } from '@four-roles/protocol/rule';
import type { IntrospectionResponse } from '@four-roles/protocol/token-messages';
import { type FoundToken, findToken } from './find-token.ts';
import * as rules from './rules/token-status.ts';
import type { KeyRing } from './signing-keys/key-ring.ts';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

/** @throws {OAuthError} invalid_token, where it is not active, or not theirs to know of */
export type DescribeActiveToken = (
  token: string,
  asking: Client,
) => Promise<IntrospectionResponse>;

export function describeActiveToken(
  issuer: string,
  keys: KeyRing,
  storage: Storage,
  clock: Clock,
): DescribeActiveToken {
  return async (token, asking) => {
    // 1. A token of ours.
    const found = await findToken(token, issuer, keys, storage);
    const { claims } = found;

    // 2. Of which this client may know.
    check(
      rules.tokenMayBeSeen,
      asking.isResourceServer || claims.client_id === asking.clientId,
      { expected: claims.client_id, received: asking.clientId },
    );

    // 3. Neither expired nor revoked.
    check(rules.tokenNotExpired, seconds(clock) < claims.exp, {
      expected: `before ${claims.exp}`,
      received: seconds(clock),
    });
    await refuseRevoked(found, storage);
    const token_type = found.kind === 'access_token' ? 'Bearer' : 'refresh_token';
    return { active: true, token_type, ...claims };
  };
}

/** @throws {OAuthError} invalid_token, where the token or its grant was revoked */
async function refuseRevoked(token: FoundToken, storage: Storage): Promise<void> {
  if (token.kind === 'refresh_token') {
    check(rules.tokenNotRevoked, !token.used, {
      received: 'a refresh token that was used',
    });
    return;
  }
  const { jti, client_id: clientId, iat: issuedAt } = token.claims;
  const revoked = await whatWasRevoked({ jti, clientId, issuedAt }, storage);
  check(rules.tokenNotRevoked, !revoked.token && !revoked.grant, {
    expected: 'neither the token nor its grant revoked',
    received: {
      token: revoked.token ? 'revoked' : 'not',
      grant: revoked.grant ? 'revoked' : 'not',
    },
  });
}

/** Of an access token: itself, or all that its client had been issued; or its grant. */
export async function whatWasRevoked(
  token: { jti: string; clientId: string; issuedAt: number },
  storage: Storage,
): Promise<{ token: boolean; grant: boolean }> {
  const grantId = grantOfToken(token.jti);
  return {
    token: await storage.isAccessTokenRevoked(token),
    grant: grantId !== undefined && (await storage.findGrant(grantId)) === undefined,
  };
}
