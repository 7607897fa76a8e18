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

  // Every request begins with its client, and clients hardly ever change: a row
  // that was read is kept until somebody writes, here or in another process.
  const readByUs = new Map<string, Client>();
  const writesByOthers = database.$client.prepare('PRAGMA data_version').pluck();
  let writesSeen: unknown;

  return {
    async findClient(clientId: string): Promise<Client | undefined> {
      const writes = writesByOthers.get();
      if (writes !== writesSeen) readByUs.clear();
      writesSeen = writes;
      const client = readByUs.get(clientId) ?? byId.get({ clientId });
      if (client) readByUs.set(clientId, client);
      return client;
    },

    /** Make a client, or bring it up to date; one that exists keeps the secret it has. */
    async keepClient(client: Client): Promise<void> {
      readByUs.clear();
      const { secretHash: _, ...rest } = client;
      database
        .insert(clients)
        .values(client)
        .onConflictDoUpdate({ target: clients.clientId, set: rest })
        .run();
    },

    async setClientSecret(clientId: string, secretHash: string): Promise<void> {
      readByUs.clear();
      database
        .update(clients)
        .set({ secretHash })
        .where(eq(clients.clientId, clientId))
        .run();
    },
  };
}
