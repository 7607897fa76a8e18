/**
 * Who is signed in to Acorn in this browser? The cookie holds 256 random bits;
 * the database holds their hash.
 *
 * Cookies ignore ports, so the name says whose it is. On https it begins with
 * `__Host-`: then no neighbouring host can set it.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionLifetime } from '../lifetimes.ts';
import type { Session } from '../storage/sessions.ts';
import type { Storage } from '../storage/storage.ts';

export type Sessions = ReturnType<typeof browserSessions>;

/**
 * Did the person sign in recently enough for this client?
 *
 * @param maxAge seconds; 0 asks for a sign-in now, whenever the last one was
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
export function isRecent(
  session: Session,
  maxAge: number | undefined,
  now: number,
): boolean {
  if (maxAge === undefined) return true;
  return maxAge > 0 && now - session.authenticatedAt <= maxAge;
}

export function browserSessions(issuer: string, storage: Storage, clock: Clock) {
  const secure = issuer.startsWith('https:');
  const name = secure ? '__Host-acorn_session' : 'acorn_session';
  // Lax, not Strict: an authorization request arrives from another site, by a redirect.
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;

  return {
    async find(c: Context): Promise<Session | undefined> {
      const cookie = getCookie(c, name);
      return cookie ? storage.findSession(sha256(cookie), seconds(clock)) : undefined;
    },

    /** A new session at every sign-in: whoever knew the old cookie knows nothing. */
    async start(c: Context, subject: string): Promise<void> {
      await forget(c);
      const value = randomValue();
      const now = seconds(clock);
      await storage.startSession({
        sessionHash: sha256(value),
        subject,
        authenticatedAt: now,
        expiresAt: now + sessionLifetime,
      });
      c.header('Cache-Control', 'no-store');
      setCookie(c, name, value, { ...attributes, maxAge: sessionLifetime });
    },

    async end(c: Context): Promise<void> {
      await forget(c);
      deleteCookie(c, name, attributes);
    },
  };

  async function forget(c: Context): Promise<void> {
    const cookie = getCookie(c, name);
    if (cookie) await storage.endSession(sha256(cookie));
  }
}
