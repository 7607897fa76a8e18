import type { Database } from '@four-roles/runtime/database';
import { serverSecret } from './schema/server.ts';

export function serverSecretStorage(database: Database) {
  return {
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
