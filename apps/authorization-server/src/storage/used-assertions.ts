import type { Database } from '@four-roles/runtime/database';
import { placeholders } from './placeholders.ts';
import { usedAssertions } from './schema/clients.ts';

export function usedAssertionStorage(database: Database) {
  const insert = database
    .insert(usedAssertions)
    .values(placeholders(usedAssertions))
    .onConflictDoNothing()
    .prepare();

  return {
    /**
     * Use the `jti` of a client assertion. Of all who try, at once or later,
     * exactly one is told `true`.
     *
     * @param jtiHash its SHA-256: a `jti` may be as long as its client likes
     * @param expiresAt seconds since the epoch, from which on it need not be remembered
     */
    async useAssertion(
      clientId: string,
      jtiHash: string,
      expiresAt: number,
    ): Promise<boolean> {
      return insert.run({ clientId, jtiHash, expiresAt }).changes === 1;
    },
  };
}
