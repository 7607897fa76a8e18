import type { Database } from '@four-roles/runtime/database';
import { eq, sql } from 'drizzle-orm';
import { revokedAccessTokens } from './schema.ts';

export function revokedAccessTokenStorage(database: Database) {
  const byJti = database
    .select()
    .from(revokedAccessTokens)
    .where(eq(revokedAccessTokens.jti, sql.placeholder('jti')))
    .prepare();

  return {
    async revokeAccessToken(jti: string, expiresAt: number): Promise<void> {
      database
        .insert(revokedAccessTokens)
        .values({ jti, expiresAt })
        .onConflictDoNothing()
        .run();
    },

    async isAccessTokenRevoked(jti: string): Promise<boolean> {
      return byJti.get({ jti }) !== undefined;
    },
  };
}
