/**
 * For pages: who is looking at them.
 */
import { headers } from 'next/headers';
import { cache } from 'react';
import { inLab } from '../lab.ts';
import { type Problem, problemOf } from '../problems/problem.ts';
import type { Session } from '../storage/sessions.ts';
import { inTraceOf } from '../trace.ts';
import { ConnectionEnded } from './access-tokens.ts';
import { currentSession, SignInNeeded } from './current-session.ts';

/** Read once for each page, however many of its parts ask. */
export const visitor = cache(async (): Promise<Session | 'expired' | undefined> => {
  const cookies = (await headers()).get('Cookie');
  return inLab(() => currentSession(cookies));
});

/** A page shows what went wrong in place of what it could not get. */
export async function orProblem<T>(
  work: () => Promise<T>,
): Promise<{ value: T; problem?: undefined } | { problem: Problem }> {
  return inTraceOf(await headers(), async () => {
    try {
      return { value: await inLab(work) };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  });
}

/** Somebody who is signed in, or what a page says to whoever is not. */
export async function signedIn(): Promise<
  { session: Session; problem?: undefined } | { problem: Problem }
> {
  const session = await visitor();
  if (typeof session !== 'object') return { problem: problemOf(new SignInNeeded()) };
  if (session.endedAt === null) return { session };
  return { problem: problemOf(new ConnectionEnded('it was refused before')) };
}
