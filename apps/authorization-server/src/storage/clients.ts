import type { Database, Transaction } from '@four-roles/runtime/database';
import { desc, eq, sql } from 'drizzle-orm';
import { accessTokenLifetime } from '../lifetimes.ts';
import { namesOfOthers } from './client-names.ts';
import { endGrants } from './grants.ts';
import { clients } from './schema/clients.ts';
import { authorizationCodes, grants, revocations } from './schema/grants.ts';
import { writesByOthers } from './writes-by-others.ts';

export type Client = typeof clients.$inferSelect;

/** What is given in to make a client; what is not said has its default. */
export type NewClient = typeof clients.$inferInsert;

/** What its owner may change about a client that is registered. */
type ClientChanges = Partial<
  Omit<Client, 'clientId' | 'isResourceServer' | 'owner' | 'suspendedAt'>
>;

export function clientStorage(database: Database) {
  const byId = database
    .select()
    .from(clients)
    .where(eq(clients.clientId, sql.placeholder('clientId')))
    .prepare();

  // Every request begins with its client, and clients hardly ever change: a row
  // that was read is kept until somebody writes, here or in another process.
  const readByUs = new Map<string, Client>();
  const othersWrote = writesByOthers(database);

  /** Every change of a client goes through here. */
  function change<T>(work: (transaction: Transaction) => T): T {
    readByUs.clear();
    return database.transaction(work, { behavior: 'immediate' });
  }

  return {
    async findClient(clientId: string): Promise<Client | undefined> {
      if (othersWrote()) readByUs.clear();
      const client = readByUs.get(clientId) ?? byId.get({ clientId });
      if (client) readByUs.set(clientId, client);
      return client;
    },

    /** Make a client, or bring it up to date; one that exists keeps the secret it has. */
    async keepClient(client: NewClient): Promise<void> {
      const { secretHash: _, ...rest } = client;
      change((transaction) =>
        transaction
          .insert(clients)
          .values(client)
          .onConflictDoUpdate({ target: clients.clientId, set: rest })
          .run(),
      );
    },

    /**
     * Change a client, in one atomic step. `changesOf` is told how it is in that
     * moment, and what the clients of others are called; where it throws, nothing
     * has happened.
     *
     * @returns how it is now; `undefined` where there is no such client
     */
    async updateClient(
      clientId: string,
      changesOf: (before: Client, otherNames: string[]) => ClientChanges,
    ): Promise<Client | undefined> {
      return change((transaction) => {
        const it = eq(clients.clientId, clientId);
        const before = transaction.select().from(clients).where(it).get();
        if (!before) return undefined;
        const changes = changesOf(before, namesOfOthers(transaction, before));
        return transaction.update(clients).set(changes).where(it).returning().get();
      });
    },

    /**
     * A new secret, in one atomic statement; the one that it replaces works on
     * until `overlapUntil`, and the one before that no longer.
     *
     * @param overlapUntil seconds since the epoch
     * @returns whether there is such a client
     */
    async rotateClientSecret(
      clientId: string,
      secretHash: string,
      overlapUntil: number,
    ): Promise<boolean> {
      const rotated = change((transaction) =>
        transaction
          .update(clients)
          .set({
            secretHash,
            previousSecretHash: clients.secretHash,
            previousSecretExpiresAt: overlapUntil,
          })
          .where(eq(clients.clientId, clientId))
          .run(),
      );
      return rotated.changes === 1;
    },

    /** From now on nothing is issued to it, and what it was issued is dead. */
    async suspendClient(clientId: string, now: number): Promise<void> {
      change((transaction) => {
        revokeAllOf(transaction, clientId, now);
        transaction
          .update(clients)
          .set({ suspendedAt: now })
          .where(eq(clients.clientId, clientId))
          .run();
      });
    },

    /** It may ask again; what it held before stays dead. */
    async resumeClient(clientId: string): Promise<void> {
      change((transaction) =>
        transaction
          .update(clients)
          .set({ suspendedAt: null })
          .where(eq(clients.clientId, clientId))
          .run(),
      );
    },

    /** The client, what people agreed to for it, and everything that it was issued. */
    async deleteClient(clientId: string, now: number): Promise<void> {
      change((transaction) => {
        revokeAllOf(transaction, clientId, now);
        transaction.delete(clients).where(eq(clients.clientId, clientId)).run();
      });
    },

    /** The applications of one person, the latest first. */
    async listClientsOf(owner: string): Promise<Client[]> {
      return database
        .select()
        .from(clients)
        .where(eq(clients.owner, owner))
        .orderBy(desc(clients.registeredAt), clients.clientName)
        .all();
    },
  };
}

function revokeAllOf(transaction: Transaction, clientId: string, now: number): void {
  const theirs = eq(grants.clientId, clientId);
  endGrants(transaction, theirs, now);
  transaction
    .delete(authorizationCodes)
    .where(eq(authorizationCodes.clientId, clientId))
    .run();
  const revoked = { revokedAt: now, expiresAt: now + accessTokenLifetime };
  transaction
    .insert(revocations)
    .values({ kind: 'client', value: clientId, ...revoked })
    .onConflictDoUpdate({ target: [revocations.kind, revocations.value], set: revoked })
    .run();
}
