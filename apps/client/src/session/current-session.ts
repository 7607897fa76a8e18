/**
 * Who is signed in, in the browser that sent this cookie.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { clock } from '../config.ts';
import { sessionUnexpired } from '../rules/session.ts';
import { Secret } from '../secret.ts';
import { findSession, type Session } from '../storage/sessions.ts';
import { readCookie, sessionCookie } from './cookies.ts';

/**
 * @param cookies the Cookie header of a request
 * @returns nothing where nobody is signed in; `'expired'` where somebody was
 */
export async function currentSession(
  cookies: string | null,
): Promise<Session | 'expired' | undefined> {
  const id = readCookie(cookies, sessionCookie);
  if (!id) return undefined;
  const session = await findSession(new Secret(id));
  if (!session) return 'expired';
  try {
    check(sessionUnexpired, clock.now() < session.expiresAt, {
      expected: `before ${new Date(session.expiresAt).toISOString()}`,
      received: new Date(clock.now()).toISOString(),
    });
    return session;
  } catch (error) {
    if (error instanceof OAuthError) return 'expired';
    throw error;
  }
}

/** The same for a request that needs somebody: one who is not there has to sign in. */
export async function requireSession(request: Request): Promise<Session> {
  const session = await currentSession(request.headers.get('Cookie'));
  if (session === undefined || session === 'expired') throw new SignInNeeded();
  return session;
}

export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}
