import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import type { Database } from '@four-roles/runtime/database';
import { serverSecret, signingKeys } from './schema/server.ts';

export function keyStorage(database: Database) {
  return {
    async findSigningKey(): Promise<PrivateJwk | undefined> {
      return database.select().from(signingKeys).get()?.privateJwk;
    },

    /** Keep the first key. Of two processes that start at once, one keeps its key and both use that one. */
    async keepFirstSigningKey(privateJwk: PrivateJwk, now: number): Promise<void> {
      database.transaction(
        (transaction) => {
          if (transaction.select().from(signingKeys).get()) return;
          transaction
            .insert(signingKeys)
            .values({ kid: privateJwk.kid, privateJwk, createdAt: now })
            .run();
        },
        { behavior: 'immediate' },
      );
    },

    /** The server's own secret; `candidate` becomes it where there is none yet. */
    async findOrKeepServerSecret(candidate: string): Promise<string> {
      database
        .insert(serverSecret)
        .values({ id: 1, value: candidate })
        .onConflictDoNothing()
        .run();
      return database.select().from(serverSecret).get()!.value;
    },
  };
}
