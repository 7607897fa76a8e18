/**
 * Sign-ins that have begun and not yet ended, by the hash of their state.
 */
import { sha256 } from '@four-roles/protocol/hash';
import { and, eq, isNull } from 'drizzle-orm';
import { clock } from '../config.ts';
import { database } from './database.ts';
import { keepNewest } from './keep-newest.ts';
import { loginAttempts } from './schema.ts';

export type LoginAttempt = {
  browser_hash: string;
  nonce: string;
  code_verifier: string;
  scope: string;
  return_to: string;
  /** Milliseconds since the epoch. */
  expires_at: number;
};

export async function rememberLoginAttempt(
  state: string,
  attempt: LoginAttempt,
): Promise<void> {
  database()
    .insert(loginAttempts)
    .values({ state_hash: sha256(state), ...attempt })
    .run();
  await keepNewest(loginAttempts, attempt.browser_hash);
}

export async function findLoginAttempt(state: string): Promise<LoginAttempt | undefined> {
  return database()
    .select()
    .from(loginAttempts)
    .where(eq(loginAttempts.state_hash, sha256(state)))
    .get();
}

/** In one statement: of two callers with one state, a single one gets `true`. */
export async function useLoginAttempt(state: string): Promise<boolean> {
  const { changes } = database()
    .update(loginAttempts)
    .set({ used_at: clock.now() })
    .where(
      and(eq(loginAttempts.state_hash, sha256(state)), isNull(loginAttempts.used_at)),
    )
    .run();
  return changes === 1;
}
