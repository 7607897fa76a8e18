import type { Database } from '@four-roles/runtime/database';
import { count, eq } from 'drizzle-orm';
import { namesOfOthers } from './client-names.ts';
import type { Client, NewClient } from './clients.ts';
import { spendInitialAccessToken } from './initial-access-tokens.ts';
import { clients } from './schema/clients.ts';

/** What a new client meets, in the moment in which it is made. */
type RegistrationMoment = {
  /** What the clients of other people are called. */
  otherNames: string[];
  /** How many its owner has. */
  ofOwner: number;
  /** The initial access token, where there is one, had a registration left. */
  tokenUsable: boolean;
};

export function registrationStorage(database: Database) {
  return {
    /**
     * Make a client and use up a registration of its initial access token, in
     * one atomic step. `judge` is told what is there; where it throws, nothing
     * has happened.
     */
    async registerClient(
      client: NewClient & { owner: string; registeredAt: number },
      initialAccessTokenHash: string | undefined,
      judge: (there: RegistrationMoment) => void,
    ): Promise<Client> {
      const { owner, registeredAt: now } = client;
      return database.transaction(
        (transaction) => {
          const tokenUsable =
            initialAccessTokenHash === undefined ||
            spendInitialAccessToken(transaction, initialAccessTokenHash, now);
          const counted = transaction
            .select({ count: count() })
            .from(clients)
            .where(eq(clients.owner, owner))
            .get();
          const otherNames = namesOfOthers(transaction, { owner });
          judge({ otherNames, ofOwner: counted?.count ?? 0, tokenUsable });
          return transaction.insert(clients).values(client).returning().get();
        },
        { behavior: 'immediate' },
      );
    },
  };
}
