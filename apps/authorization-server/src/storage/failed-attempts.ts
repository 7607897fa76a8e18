import type { Database } from '@four-roles/runtime/database';
import { and, eq, gte, sql } from 'drizzle-orm';
import { failedAttempts } from './schema/server.ts';

type FailedAttempts = { failures: number; lastFailureAt: number };

const none: FailedAttempts = { failures: 0, lastFailureAt: 0 };

/** Seconds after which failures are forgiven. */
export const quietHour = 60 * 60;

export function failedAttemptStorage(database: Database) {
  const byKey = database
    .select()
    .from(failedAttempts)
    .where(
      and(
        eq(failedAttempts.key, sql.placeholder('key')),
        gte(failedAttempts.lastFailureAt, sql.placeholder('since')),
      ),
    )
    .prepare();

  return {
    async findFailedAttempts(key: string, now: number): Promise<FailedAttempts> {
      return byKey.get({ key, since: now - quietHour }) ?? none;
    },

    /** Count one more, atomically; after a quiet hour, from one. */
    async countFailedAttempt(key: string, now: number): Promise<void> {
      const { failures, lastFailureAt } = failedAttempts;
      database
        .insert(failedAttempts)
        .values({ key, failures: 1, lastFailureAt: now })
        .onConflictDoUpdate({
          target: failedAttempts.key,
          set: {
            failures: sql`iif(${lastFailureAt} < ${now - quietHour}, 1, ${failures} + 1)`,
            lastFailureAt: now,
          },
        })
        .run();
    },

    async forgetFailedAttempts(key: string): Promise<void> {
      database.delete(failedAttempts).where(eq(failedAttempts.key, key)).run();
    },
  };
}
