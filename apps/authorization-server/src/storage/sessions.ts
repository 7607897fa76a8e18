import type { Database } from '@four-roles/runtime/database';
import { and, eq, gt, sql } from 'drizzle-orm';
import { sessions } from './schema/people.ts';

export type Session = typeof sessions.$inferSelect;

export function sessionStorage(database: Database) {
  const live = database
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.sessionHash, sql.placeholder('sessionHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare();

  return {
    async startSession(session: Session): Promise<void> {
      database.insert(sessions).values(session).run();
    },

    async findSession(sessionHash: string, now: number): Promise<Session | undefined> {
      return live.get({ sessionHash, now });
    },

    async endSession(sessionHash: string): Promise<void> {
      database.delete(sessions).where(eq(sessions.sessionHash, sessionHash)).run();
    },
  };
}
