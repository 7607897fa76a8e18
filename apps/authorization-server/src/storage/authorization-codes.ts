import type { Database } from '@four-roles/runtime/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { RefreshToken } from './refresh-tokens.ts';
import { authorizationCodes, grants, refreshTokens } from './schema.ts';

export type AuthorizationCode = typeof authorizationCodes.$inferSelect;

export function authorizationCodeStorage(database: Database) {
  const byHash = database
    .select()
    .from(authorizationCodes)
    .where(eq(authorizationCodes.codeHash, sql.placeholder('codeHash')))
    .prepare();

  return {
    async keepAuthorizationCode(code: AuthorizationCode): Promise<void> {
      database.insert(authorizationCodes).values(code).run();
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
      return database.transaction(
        (transaction) => {
          const spent = transaction
            .update(authorizationCodes)
            .set({ redeemedAt: now })
            .where(
              and(
                eq(authorizationCodes.codeHash, code.codeHash),
                isNull(authorizationCodes.redeemedAt),
              ),
            )
            .run();
          if (spent.changes === 0) return false;
          const { grantId, clientId, subject, scope, resource, authTime } = code;
          transaction
            .insert(grants)
            .values({
              ...{ grantId, clientId, subject, scope, resource, authTime },
              createdAt: now,
              expiresAt: grantExpiresAt,
            })
            .run();
          if (refreshToken) transaction.insert(refreshTokens).values(refreshToken).run();
          return true;
        },
        { behavior: 'immediate' },
      );
    },
  };
}
