import type { Database } from '@four-roles/runtime/database';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { initialAccessTokens } from './schema/clients.ts';

export type InitialAccessToken = typeof initialAccessTokens.$inferSelect;

export function initialAccessTokenStorage(database: Database) {
  const { tokenHash, owner, registrationsLeft, createdAt, expiresAt } =
    initialAccessTokens;
  const usable = (hash: string, now: number) =>
    and(eq(tokenHash, hash), gt(registrationsLeft, 0), gt(expiresAt, now));

  return {
    async keepInitialAccessToken(token: InitialAccessToken): Promise<void> {
      database.insert(initialAccessTokens).values(token).run();
    },

    /** One with which somebody can still register. */
    async findInitialAccessToken(
      hash: string,
      now: number,
    ): Promise<InitialAccessToken | undefined> {
      return database.select().from(initialAccessTokens).where(usable(hash, now)).get();
    },

    /** Use one registration up, in one atomic step: `false` where none was left. */
    async spendInitialAccessToken(hash: string, now: number): Promise<boolean> {
      const { changes } = database
        .update(initialAccessTokens)
        .set({ registrationsLeft: sql`${registrationsLeft} - 1` })
        .where(usable(hash, now))
        .run();
      return changes === 1;
    },

    async listInitialAccessTokens(of: string): Promise<InitialAccessToken[]> {
      return database
        .select()
        .from(initialAccessTokens)
        .where(eq(owner, of))
        .orderBy(desc(createdAt))
        .all();
    },

    async removeInitialAccessToken(hash: string, of: string): Promise<void> {
      database
        .delete(initialAccessTokens)
        .where(and(eq(tokenHash, hash), eq(owner, of)))
        .run();
    },
  };
}
