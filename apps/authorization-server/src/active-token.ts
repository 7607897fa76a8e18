/**
 * Is a token active, and what does it say? The answer of the introspection
 * endpoint, which the developer console shows as well.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-2.2
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import type { IntrospectionResponse } from '@four-roles/protocol/token-messages';
import * as rules from './rules/token-status.ts';
import type { KeyRing } from './signing-keys/key-ring.ts';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';
import { findToken, refuseRevoked } from './token-status.ts';

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
