import type { Database } from '@four-roles/runtime/database';
import { and, isNull, ne, or } from 'drizzle-orm';
import { clients } from './schema/clients.ts';

export function clientNameStorage(database: Database) {
  return {
    /**
     * What the applications of others are called: one that is new, or has
     * another name from now on, must not look like one of them.
     *
     * @param of the application itself, or the person who is about to have one
     */
    async listNamesOfOthers(of: {
      clientId?: string | undefined;
      owner: string | null;
    }): Promise<string[]> {
      return namesOfOthers(database, of);
    },
  };
}

/** Those of one person may share a name: nobody imitates themselves. */
export function namesOfOthers(
  transaction: Pick<Database, 'select'>,
  { clientId = '', owner }: { clientId?: string | undefined; owner: string | null },
): string[] {
  return transaction
    .select({ name: clients.clientName })
    .from(clients)
    .where(
      and(
        ne(clients.clientId, clientId),
        or(isNull(clients.owner), ne(clients.owner, owner ?? '')),
      ),
    )
    .all()
    .map(({ name }) => name);
}
