import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import type { Database, Transaction } from '@four-roles/runtime/database';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { idTokenLifetime } from '../lifetimes.ts';
import {
  type KeptKey,
  keyThatSigns,
  keyThatWaits,
  publishedKeys,
} from '../signing-keys/key-state.ts';
import { signingKeys } from './schema/server.ts';
import { writesByOthers } from './writes-by-others.ts';

export function signingKeyStorage(database: Database) {
  const { kid, privateJwk, createdAt, signsFrom, publishedUntil } = signingKeys;
  const othersWrote = writesByOthers(database);
  let kept: KeptKey[] | undefined;

  /** Every change of a key goes through here. */
  function change<T>(work: (transaction: Transaction, keys: KeptKey[]) => T): T {
    kept = undefined;
    return database.transaction((transaction) => work(transaction, read(transaction)), {
      behavior: 'immediate',
    });
  }

  /** As above; what is removed is overwritten with zeros, not only marked as free. */
  function erase<T>(work: (transaction: Transaction, keys: KeptKey[]) => T): T {
    database.$client.pragma('secure_delete = ON');
    try {
      return change(work);
    } finally {
      database.$client.pragma('secure_delete = OFF');
    }
  }

  /** The log of the database has copies of what was erased. */
  function emptyLog(): void {
    database.$client.pragma('wal_checkpoint(TRUNCATE)');
  }

  function read(from: Pick<Database, 'select'>): KeptKey[] {
    const hasPrivateHalf = sql`json_extract(${privateJwk}, '$.d') is not null`;
    return from
      .select({
        ...{ kid, createdAt, signsFrom, publishedUntil },
        hasPrivateHalf: hasPrivateHalf.mapWith(Boolean),
      })
      .from(signingKeys)
      .orderBy(signsFrom)
      .all();
  }

  return {
    /** All keys but the private halves, the one that signs first the earliest. */
    async listSigningKeys(): Promise<KeptKey[]> {
      if (othersWrote()) kept = undefined;
      kept ??= read(database);
      return kept;
    },

    /** A key itself; without its private half where that was deleted. */
    async findJwk(of: string): Promise<PrivateJwk | undefined> {
      return database.select().from(signingKeys).where(eq(kid, of)).get()?.privateJwk;
    },

    /** Keep the first key. Of two processes that start at once, one keeps its key and both use that one. */
    async keepFirstSigningKey(first: PrivateJwk, now: number): Promise<void> {
      change((transaction, keys) => {
        if (keys.length === 0) insert(transaction, first, now, now);
      });
    },

    /**
     * Publish the next key, which signs from `from` on; the one before it is
     * published until the last token that it can have signed has expired.
     *
     * @returns the key that is waiting already, in whose place none is put
     */
    async addSigningKey(
      next: PrivateJwk,
      from: number,
      now: number,
    ): Promise<KeptKey | undefined> {
      return change((transaction, keys) => {
        const waiting = keyThatWaits(keys, now);
        if (waiting) return waiting;
        transaction
          .update(signingKeys)
          .set({ publishedUntil: from + idTokenLifetime })
          .where(isNull(publishedUntil))
          .run();
        insert(transaction, next, from, now);
        return undefined;
      });
    },

    /**
     * Remove a key at once. Where it was the one that signs, the one that waits
     * takes its place now, or `successor` where none does.
     *
     * @returns the key that was removed, where there was one
     */
    async removeSigningKey(
      which: string,
      successor: PrivateJwk,
      now: number,
    ): Promise<KeptKey | undefined> {
      const gone = erase((transaction, keys) => {
        const removed = publishedKeys(keys, now).find((key) => key.kid === which);
        if (!removed) return undefined;
        const signs = keyThatSigns(keys, now);
        const waits = keyThatWaits(keys, now);
        transaction.delete(signingKeys).where(eq(kid, which)).run();
        if (removed === signs) {
          if (waits) update(transaction, waits, { signsFrom: now });
          else insert(transaction, successor, now, now);
        } else if (removed === waits && signs) {
          update(transaction, signs, { publishedUntil: null });
        }
        return removed;
      });
      if (gone) emptyLog();
      return gone;
    },

    /** The private halves of keys that sign no more, and keys whose last token has expired. */
    async removeOldKeys(now: number): Promise<void> {
      const changed = erase((transaction) => {
        const removed = transaction.delete(signingKeys).where(lte(publishedUntil, now));
        const halved = transaction
          .update(signingKeys)
          .set({ privateJwk: sql`json_remove(${privateJwk}, '$.d')` })
          .where(
            and(
              lte(publishedUntil, now + idTokenLifetime),
              sql`json_extract(${privateJwk}, '$.d') is not null`,
            ),
          );
        return removed.run().changes + halved.run().changes;
      });
      if (changed > 0) emptyLog();
    },
  };

  function insert(to: Transaction, jwk: PrivateJwk, from: number, now: number): void {
    const row = { kid: jwk.kid, privateJwk: jwk, createdAt: now, signsFrom: from };
    to.insert(signingKeys).values(row).run();
  }

  function update(
    transaction: Transaction,
    key: KeptKey,
    times: { signsFrom: number } | { publishedUntil: null },
  ): void {
    transaction.update(signingKeys).set(times).where(eq(kid, key.kid)).run();
  }
}
