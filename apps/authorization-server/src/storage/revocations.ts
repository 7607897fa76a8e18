import type { Database } from '@four-roles/runtime/database';
import { and, eq, gt, gte, or, sql } from 'drizzle-orm';
import { revocations } from './schema/grants.ts';

/** Seconds by which the clock of a resource server may be behind. */
export const slowestClock = 60;

export type Revocation = typeof revocations.$inferSelect;

export function revocationStorage(database: Database) {
  const { kind, value, revokedAt, expiresAt } = revocations;
  const ofToken = database
    .select({ kind })
    .from(revocations)
    .where(
      or(
        and(eq(kind, 'token'), eq(value, sql.placeholder('jti'))),
        and(
          eq(kind, 'client'),
          eq(value, sql.placeholder('clientId')),
          gte(revokedAt, sql.placeholder('issuedAt')),
        ),
      ),
    )
    .limit(1)
    .prepare();

  return {
    /** Revoke one access token. It is remembered until it would have expired. */
    async revokeAccessToken(jti: string, expires: number, now: number): Promise<void> {
      database
        .insert(revocations)
        .values({ kind: 'token', value: jti, revokedAt: now, expiresAt: expires })
        .onConflictDoNothing()
        .run();
    },

    /**
     * Was this access token revoked, or everything that its client had been
     * issued until then? Whether its grant has ended is another question.
     */
    async isAccessTokenRevoked(token: {
      jti: string;
      clientId: string;
      issuedAt: number;
    }): Promise<boolean> {
      return ofToken.get(token) !== undefined;
    },

    /**
     * All that was revoked and of which an access token may still be alive, if
     * only at a resource server whose clock is late.
     */
    async listRevocations(now: number): Promise<Revocation[]> {
      const until = now - slowestClock;
      return database.select().from(revocations).where(gt(expiresAt, until)).all();
    },
  };
}
