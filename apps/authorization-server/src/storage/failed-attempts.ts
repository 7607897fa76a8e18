import type { Database } from '@four-roles/runtime/database';
import { eq, sql } from 'drizzle-orm';
import { failedAttempts } from './schema.ts';

export type FailedAttempts = { failures: number; lastFailureAt: number };

export function failedAttemptStorage(database: Database) {
  const byKey = database
    .select()
    .from(failedAttempts)
    .where(eq(failedAttempts.key, sql.placeholder('key')))
    .prepare();

  return {
    async findFailedAttempts(key: string): Promise<FailedAttempts> {
      return byKey.get({ key }) ?? { failures: 0, lastFailureAt: 0 };
    },

    /** Count one more, atomically. */
    async countFailedAttempt(key: string, now: number): Promise<void> {
      database
        .insert(failedAttempts)
        .values({ key, failures: 1, lastFailureAt: now })
        .onConflictDoUpdate({
          target: failedAttempts.key,
          set: { failures: sql`${failedAttempts.failures} + 1`, lastFailureAt: now },
        })
        .run();
    },

    /** It was not a failure after all. */
    async takeBackFailedAttempt(key: string): Promise<void> {
      database
        .update(failedAttempts)
        .set({ failures: sql`${failedAttempts.failures} - 1` })
        .where(eq(failedAttempts.key, key))
        .run();
    },

    async forgetFailedAttempts(key: string): Promise<void> {
      database.delete(failedAttempts).where(eq(failedAttempts.key, key)).run();
    },
  };
}
