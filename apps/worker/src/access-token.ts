/**
 * The worker's access tokens: each is asked for once and used for many calls.
 *
 * A token is kept, in memory only, until 30 seconds before it expires. When that
 * is, it counts itself, from `expires_in`: a clock that is off changes nothing.
 * Callers that need the same one at the same moment share one request.
 */
import { type Clock, steadyClock } from '@four-roles/protocol/clock';
import { type Patience, withBackOff } from './back-off.ts';
import { Refused } from './refused.ts';
import type { Registration } from './registration/registration.ts';
import type { Discovery } from './server-metadata.ts';
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
  discovery: Discovery;
  registration: Registration;
  clock: Clock;
  patience: Patience;
}): AccessTokens {
  const { discovery, registration, clock, patience } = options;
  const steady = steadyClock(clock);
  const kept = new Map<string, { token: string; renewAt: number }>();
  const underWay = new Map<string, Promise<string>>();
  let requests = 0;

  async function request(access: Access): Promise<string> {
    const server = await discovery();
    const credentials = await registration.credentials();
    requests++;
    const sentAt = steady.now();
    try {
      const answer = await requestToken(server, credentials, access, clock);
      registration.accepted();
      const renewAt = sentAt + answer.expiresIn * 1000 - renewBefore;
      kept.set(keyOf(access), { token: answer.accessToken, renewAt });
      return answer.accessToken;
    } catch (error) {
      if (!(error instanceof Refused) || error.error !== 'invalid_client') throw error;
      await registration.replace(credentials, error);
      return request(access);
    }
  }

  return {
    async tokenFor(access) {
      const key = keyOf(access);
      const found = kept.get(key);
      if (found && steady.now() < found.renewAt) return found.token;
      const shared =
        underWay.get(key) ??
        withBackOff(() => request(access), patience).finally(() => underWay.delete(key));
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
