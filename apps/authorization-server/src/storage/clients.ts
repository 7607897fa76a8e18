import type { Database } from '@four-roles/runtime/database';
import { eq, sql } from 'drizzle-orm';
import { clients } from './schema.ts';

export type Client = typeof clients.$inferSelect;

export function clientStorage(database: Database) {
  const byId = database
    .select()
    .from(clients)
    .where(eq(clients.clientId, sql.placeholder('clientId')))
    .prepare();

  return {
    async findClient(clientId: string): Promise<Client | undefined> {
      return byId.get({ clientId });
    },

    /** Make a client, or bring it up to date; one that exists keeps the secret it has. */
    async keepClient(client: Client): Promise<void> {
      const { secretHash: _, ...rest } = client;
      database
        .insert(clients)
        .values(client)
        .onConflictDoUpdate({ target: clients.clientId, set: rest })
        .run();
    },

    async setClientSecret(clientId: string, secretHash: string): Promise<void> {
      database
        .update(clients)
        .set({ secretHash })
        .where(eq(clients.clientId, clientId))
        .run();
    },
  };
}
