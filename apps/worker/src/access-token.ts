/**
 * The worker's access tokens: each is asked for once and used for many calls.
 *
 * A token is kept, in memory only, until 30 seconds before it expires. Callers
 * that need the same one at the same moment share one request.
 */
import type { ClientCredentials } from '@four-roles/protocol/basic-credentials';
import type { Clock } from '@four-roles/protocol/clock';
import { type Patience, withBackOff } from './back-off.ts';
import { discoverTokenEndpoint } from './server-metadata.ts';
import { type Access, requestToken } from './token-request.ts';

/** A call that takes a while must not arrive with a token that has just expired. */
const renewBefore = 30_000;

export type AccessTokens = {
  /** A token that is good for at least a moment. */
  tokenFor(access: Access): Promise<string>;
  /** Forget a token that was refused; a newer one, which a parallel caller has got, stays. */
  drop(access: Access, token: string): void;
  /** How many tokens were asked for since the worker started. */
  requested(): number;
};

export function accessTokens(options: {
  issuer: string;
  credentials: ClientCredentials;
  clock: Clock;
  patience: Patience;
}): AccessTokens {
  const { issuer, credentials, clock, patience } = options;
  const kept = new Map<string, { token: string; renewAt: number }>();
  const underWay = new Map<string, Promise<string>>();
  let tokenEndpoint: string | undefined;
  let requests = 0;

  async function request(access: Access): Promise<string> {
    return withBackOff(async () => {
      tokenEndpoint ??= await discoverTokenEndpoint(issuer, clock);
      requests++;
      const sentAt = clock.now();
      const { accessToken, expiresIn } = await requestToken(
        tokenEndpoint,
        credentials,
        access,
        clock,
      );
      const renewAt = sentAt + expiresIn * 1000 - renewBefore;
      kept.set(keyOf(access), { token: accessToken, renewAt });
      return accessToken;
    }, patience);
  }

  return {
    async tokenFor(access) {
      const key = keyOf(access);
      const found = kept.get(key);
      if (found && clock.now() < found.renewAt) return found.token;
      const shared =
        underWay.get(key) ?? request(access).finally(() => underWay.delete(key));
      underWay.set(key, shared);
      return shared;
    },
    drop(access, token) {
      if (kept.get(keyOf(access))?.token === token) kept.delete(keyOf(access));
    },
    requested: () => requests,
  };
}

function keyOf(access: Access): string {
  return `${access.resource} ${access.scope}`;
}
