import type { Database, Transaction } from '@four-roles/runtime/database';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { accessTokenLifetime } from '../lifetimes.ts';
import { clients } from './schema/clients.ts';
import { authorizationCodes, grants, revocations } from './schema/grants.ts';
import { consents } from './schema/people.ts';

export type Grant = typeof grants.$inferSelect;

export function grantStorage(database: Database) {
  const byId = database
    .select()
    .from(grants)
    .where(eq(grants.grantId, sql.placeholder('grantId')))
    .prepare();

  return {
    async findGrant(grantId: string): Promise<Grant | undefined> {
      return byId.get({ grantId });
    },

    /**
     * End a grant. Its refresh tokens go with it, and its access tokens are
     * inactive from now on: each one names its grant.
     */
    async revokeGrant(grantId: string, now: number): Promise<void> {
      database.transaction(
        (transaction) => endGrants(transaction, eq(grants.grantId, grantId), now),
        { behavior: 'immediate' },
      );
    },

    /** The apps that hold something of this person's, the latest agreement first. */
    async listConnectedApps(subject: string) {
      return database
        .select({
          clientId: clients.clientId,
          clientName: clients.clientName,
          clientUri: clients.clientUri,
          scopes: consents.scopes,
          agreedAt: consents.agreedAt,
        })
        .from(consents)
        .innerJoin(clients, eq(clients.clientId, consents.clientId))
        .where(eq(consents.subject, subject))
        .orderBy(desc(consents.agreedAt))
        .all();
    },

    /**
     * Forget the agreement and end everything that it led to, unredeemed codes
     * included: `false` where there was none.
     */
    async disconnectApp(
      subject: string,
      clientId: string,
      now: number,
    ): Promise<boolean> {
      const theirs = and(eq(grants.subject, subject), eq(grants.clientId, clientId))!;
      return database.transaction(
        (transaction) => {
          endGrants(transaction, theirs, now);
          const forget = (table: typeof consents | typeof authorizationCodes) =>
            transaction
              .delete(table)
              .where(and(eq(table.subject, subject), eq(table.clientId, clientId)))
              .run().changes;
          forget(authorizationCodes);
          return forget(consents) > 0;
        },
        { behavior: 'immediate' },
      );
    },
  };
}

/**
 * Remove grants, and remember for as long as their access tokens may live that
 * they have ended.
 */
export function endGrants(transaction: Transaction, which: SQL, now: number): void {
  const ended = transaction
    .select({
      kind: sql`'grant'`.as('kind'),
      value: grants.grantId,
      revokedAt: sql`${now}`.as('revoked_at'),
      expiresAt: sql`${now + accessTokenLifetime}`.as('expires_at'),
    })
    .from(grants)
    .where(which);
  transaction.insert(revocations).select(ended).onConflictDoNothing().run();
  transaction.delete(grants).where(which).run();
}
