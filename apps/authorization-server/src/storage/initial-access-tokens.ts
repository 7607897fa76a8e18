import type { Database, Transaction } from '@four-roles/runtime/database';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { initialAccessTokens } from './schema/clients.ts';

export type InitialAccessToken = typeof initialAccessTokens.$inferSelect;

const { tokenHash, owner, registrationsLeft, createdAt, expiresAt } = initialAccessTokens;

export function initialAccessTokenStorage(database: Database) {
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

    async listInitialAccessTokens(of: string): Promise<InitialAccessToken[]> {
      return database
        .select()
        .from(initialAccessTokens)
        .where(eq(owner, of))
        .orderBy(desc(createdAt))
        .all();
    },

    /** Was there such a token of this person? */
    async removeInitialAccessToken(hash: string, of: string): Promise<boolean> {
      const { changes } = database
        .delete(initialAccessTokens)
        .where(and(eq(tokenHash, hash), eq(owner, of)))
        .run();
      return changes === 1;
    },
  };
}

/** Use one registration up, in one atomic step: `false` where none was left. */
export function spendInitialAccessToken(
  transaction: Transaction,
  hash: string,
  now: number,
): boolean {
  const { changes } = transaction
    .update(initialAccessTokens)
    .set({ registrationsLeft: sql`${registrationsLeft} - 1` })
    .where(usable(hash, now))
    .run();
  return changes === 1;
}

function usable(hash: string, now: number) {
  return and(eq(tokenHash, hash), gt(registrationsLeft, 0), gt(expiresAt, now));
}
