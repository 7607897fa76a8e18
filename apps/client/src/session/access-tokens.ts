/**
 * The access token of a session, renewed shortly before it expires.
 *
 * A refresh token works once. Tabs, server components and processes that find
 * the token about to expire at one moment must not all use it: callers in this
 * process share one request, and between processes a reservation in the
 * database decides. Whoever did not get it waits, and reads the result.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
 */
import type { Clock } from '@four-roles/protocol/clock';
import { Refused, Unreachable } from '../oauth/send.ts';
import type { Secret } from '../secret.ts';
import {
  endSession,
  findSession,
  releaseRefresh,
  replaceTokens,
  reserveRefresh,
  type Session,
  type Tokens,
} from '../storage/sessions.ts';

/** Milliseconds: a call that takes a while must not arrive with a token that has just expired. */
const renewBefore = 30_000;
/** Milliseconds: longer than a request may take. */
const reservationLasts = 15_000;
/** Milliseconds, by the clock: where it stands still, so does the request that is waited for. */
const waitsFor = 10_000;
const waitMilliseconds = 100;

export type AccessTokens = {
  /** The session, with an access token that is good for at least a moment. */
  fresh(session: Session): Promise<Session>;
  /** The session with another access token than the one that was refused. */
  renewed(session: Session): Promise<Session>;
};

/**
 * @param options.refresh trades a refresh token for new tokens
 * @param options.wait resolves after so many milliseconds
 */
export function accessTokens(options: {
  clock: Clock;
  refresh: (refreshToken: Secret, scope: string) => Promise<Tokens>;
  wait: (milliseconds: number) => Promise<void>;
}): AccessTokens {
  const { clock, refresh, wait } = options;
  const underWay = new Map<string, Promise<Session>>();

  async function renewed(session: Session): Promise<Session> {
    const key = session.id.reveal();
    const shared =
      underWay.get(key) ?? renew(session).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared;
  }

  async function renew(session: Session): Promise<Session> {
    const until = clock.now() + waitsFor;
    while (clock.now() < until) {
      const current = await stillThere(session);
      if (current.version !== session.version) return current;
      if (await reserveRefresh(current, clock.now() + reservationLasts)) {
        return useRefreshToken(current);
      }
      await wait(waitMilliseconds);
    }
    throw new Unreachable('authorization server', '', 'no answer to a refresh');
  }

  async function useRefreshToken(session: Session): Promise<Session> {
    const { refreshToken, scope } = session.tokens;
    try {
      if (!refreshToken) throw new ConnectionEnded('there is no refresh token');
      await replaceTokens(session, await refresh(refreshToken, scope));
    } catch (error) {
      if (isFinal(error)) await endSession(session);
      else await releaseRefresh(session);
      // Who was overtaken after all is refused, and must not sign the person out:
      // `endSession` touches nothing where newer tokens have come, and these are good.
      const current = await stillThere(session);
      if (current.version === session.version) throw error;
    }
    return stillThere(session);
  }

  return {
    renewed,
    async fresh(session) {
      if (session.endedAt !== null) throw new ConnectionEnded('it was refused before');
      const good = clock.now() < session.tokens.accessTokenExpiresAt - renewBefore;
      return good ? session : renewed(session);
    },
  };
}

async function stillThere({ id }: Session): Promise<Session> {
  const current = await findSession(id);
  if (!current) throw new ConnectionEnded('the session was signed out');
  if (current.endedAt !== null)
    throw new ConnectionEnded('the refresh token was refused');
  return current;
}

/** A refusal of the grant is for good; an answer that did not come is not. */
function isFinal(error: unknown): boolean {
  if (error instanceof ConnectionEnded) return true;
  return error instanceof Refused && error.error === 'invalid_grant';
}

/** The authorization server lets this app do nothing more for this person. */
export class ConnectionEnded extends Error {
  override readonly name = 'ConnectionEnded';
}
