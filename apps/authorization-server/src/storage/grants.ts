import type { Database } from '@four-roles/runtime/database';
import { and, desc, eq, sql } from 'drizzle-orm';
import { authorizationCodes, clients, consents, grants } from './schema.ts';

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
    async revokeGrant(grantId: string): Promise<void> {
      database.delete(grants).where(eq(grants.grantId, grantId)).run();
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

    /** Forget the agreement and end everything that it led to, unredeemed codes included. */
    async disconnectApp(subject: string, clientId: string): Promise<void> {
      database.transaction(
        (transaction) => {
          for (const table of [consents, grants, authorizationCodes]) {
            transaction
              .delete(table)
              .where(and(eq(table.subject, subject), eq(table.clientId, clientId)))
              .run();
          }
        },
        { behavior: 'immediate' },
      );
    },
  };
}
