/**
 * Calls of the API in the name of the person who is signed in.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { clock, issuer } from '../config.ts';
import { discover } from '../oauth/authorization-server-metadata.ts';
import { refreshTokens } from '../oauth/refresh-request.ts';
import { Refused } from '../oauth/send.ts';
import type { Secret } from '../secret.ts';
import type { Session } from '../storage/sessions.ts';
import { accessTokens } from './access-tokens.ts';

const tokens = accessTokens({
  clock,
  wait,
  async refresh(refreshToken, scope) {
    const { token_endpoint } = await discover(issuer);
    return refreshTokens(token_endpoint, refreshToken, scope);
  },
});

/**
 * Call with a good token. One that is refused all the same, because it was
 * revoked or the clocks disagree, is renewed once, and the call made once more.
 *
 * @throws {ConnectionEnded} where there will be no more tokens
 */
export async function callAs<T>(
  session: Session,
  call: (accessToken: Secret) => Promise<T>,
): Promise<T> {
  const fresh = await tokens.fresh(session);
  try {
    return await call(fresh.tokens.accessToken);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    const renewed = await tokens.renewed(fresh);
    return call(renewed.tokens.accessToken);
  }
}
