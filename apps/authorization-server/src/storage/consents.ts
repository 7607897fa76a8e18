import type { Database } from '@four-roles/runtime/database';
import { and, eq, sql } from 'drizzle-orm';
import { consents } from './schema/people.ts';

export function consentStorage(database: Database) {
  const agreed = database
    .select({ scopes: consents.scopes })
    .from(consents)
    .where(
      and(
        eq(consents.subject, sql.placeholder('subject')),
        eq(consents.clientId, sql.placeholder('clientId')),
      ),
    )
    .prepare();

  return {
    /** The scopes that the person has agreed to for this client; none is `[]`. */
    async findAgreedScopes(subject: string, clientId: string): Promise<string[]> {
      return agreed.get({ subject, clientId })?.scopes ?? [];
    },

    async countPeopleWhoAgreed(clientId: string): Promise<number> {
      return database.$count(consents, eq(consents.clientId, clientId));
    },

    /**
     * Remember an answer. What was asked and not agreed to this time is taken
     * back; what was not asked stays as it was.
     */
    async rememberConsent(
      subject: string,
      clientId: string,
      asked: string[],
      agreedTo: string[],
      now: number,
    ): Promise<void> {
      database.transaction(
        (transaction) => {
          const before = transaction
            .select({ scopes: consents.scopes })
            .from(consents)
            .where(and(eq(consents.subject, subject), eq(consents.clientId, clientId)))
            .get();
          const untouched = (before?.scopes ?? []).filter(
            (scope) => !asked.includes(scope),
          );
          const scopes = [...untouched, ...agreedTo];
          transaction
            .insert(consents)
            .values({ subject, clientId, scopes, agreedAt: now })
            .onConflictDoUpdate({
              target: [consents.subject, consents.clientId],
              set: { scopes, agreedAt: now },
            })
            .run();
        },
        { behavior: 'immediate' },
      );
    },
  };
}
