import type { Database } from '@four-roles/runtime/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { placeholders } from './placeholders.ts';
import type { RefreshToken } from './refresh-tokens.ts';
import { authorizationCodes, grants, refreshTokens } from './schema/grants.ts';

export type AuthorizationCode = typeof authorizationCodes.$inferSelect;

export function authorizationCodeStorage(database: Database) {
  const byHash = database
    .select()
    .from(authorizationCodes)
    .where(eq(authorizationCodes.codeHash, sql.placeholder('codeHash')))
    .prepare();

  const insertCode = insertion(authorizationCodes);
  const insertGrant = insertion(grants);
  const insertRefreshToken = insertion(refreshTokens);
  const spend = database
    .update(authorizationCodes)
    .set({ redeemedAt: sql`${sql.placeholder('now')}` })
    .where(
      and(
        eq(authorizationCodes.codeHash, sql.placeholder('codeHash')),
        isNull(authorizationCodes.redeemedAt),
      ),
    )
    .prepare();

  const redeem = database.$client.transaction(
    (
      code: AuthorizationCode,
      now: number,
      grantExpiresAt: number,
      refreshToken: RefreshToken | undefined,
    ): boolean => {
      if (spend.run({ now, codeHash: code.codeHash }).changes === 0) return false;
      insertGrant.run({ ...code, createdAt: now, expiresAt: grantExpiresAt });
      if (refreshToken) insertRefreshToken.run(refreshToken);
      return true;
    },
  );

  return {
    async keepAuthorizationCode(code: AuthorizationCode): Promise<void> {
      insertCode.run(code);
    },

    async findAuthorizationCode(
      codeHash: string,
    ): Promise<AuthorizationCode | undefined> {
      return byHash.get({ codeHash });
    },

    /**
     * Spend the code, and make its grant and the first refresh token, in one
     * atomic step. Of all who try, at once or later, exactly one is told `true`.
     *
     * @param grantExpiresAt seconds since the epoch
     */
    async redeemAuthorizationCode(
      code: AuthorizationCode,
      now: number,
      grantExpiresAt: number,
      refreshToken: RefreshToken | undefined,
    ): Promise<boolean> {
      return redeem.immediate(code, now, grantExpiresAt, refreshToken);
    },
  };

  function insertion(
    table: typeof authorizationCodes | typeof grants | typeof refreshTokens,
  ) {
    return database.insert(table).values(placeholders(table)).prepare();
  }
}
