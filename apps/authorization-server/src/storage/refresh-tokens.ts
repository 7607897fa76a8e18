import type { Database } from '@four-roles/runtime/database';
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { placeholders } from './placeholders.ts';
import { grants, refreshTokens } from './schema/grants.ts';

export type RefreshToken = typeof refreshTokens.$inferSelect;

export function refreshTokenStorage(database: Database) {
  const byHash = database
    .select({ token: getTableColumns(refreshTokens), grant: getTableColumns(grants) })
    .from(refreshTokens)
    .innerJoin(grants, eq(grants.grantId, refreshTokens.grantId))
    .where(eq(refreshTokens.tokenHash, sql.placeholder('tokenHash')))
    .prepare();

  const insert = database
    .insert(refreshTokens)
    .values(placeholders(refreshTokens))
    .prepare();
  const spend = database
    .update(refreshTokens)
    .set({ usedAt: sql`${sql.placeholder('now')}` })
    .where(
      and(
        eq(refreshTokens.tokenHash, sql.placeholder('tokenHash')),
        isNull(refreshTokens.usedAt),
      ),
    )
    .prepare();

  const rotate = database.$client.transaction(
    (tokenHash: string, successor: RefreshToken, now: number): boolean => {
      if (spend.run({ now, tokenHash }).changes === 0) return false;
      insert.run(successor);
      return true;
    },
  );

  return {
    /** The token with the grant it belongs to; the tokens of a revoked grant are gone. */
    async findRefreshToken(tokenHash: string) {
      return byHash.get({ tokenHash });
    },

    /**
     * Spend a refresh token and put its successor in its place, in one atomic
     * step. Of all who try, exactly one is told `true`.
     */
    async rotateRefreshToken(
      tokenHash: string,
      successor: RefreshToken,
      now: number,
    ): Promise<boolean> {
      return rotate.immediate(tokenHash, successor, now);
    },
  };
}
