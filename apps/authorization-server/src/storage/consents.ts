import type { Database } from '@four-roles/runtime/database';
import { and, eq, sql } from 'drizzle-orm';
import { consents } from './schema.ts';

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

    /** Add to what the person has agreed to. */
    async rememberConsent(
      subject: string,
      clientId: string,
      scopes: string[],
      now: number,
    ): Promise<void> {
      database.transaction(
        (transaction) => {
          const before = transaction
            .select({ scopes: consents.scopes })
            .from(consents)
            .where(and(eq(consents.subject, subject), eq(consents.clientId, clientId)))
            .get();
          const all = [...new Set([...(before?.scopes ?? []), ...scopes])];
          transaction
            .insert(consents)
            .values({ subject, clientId, scopes: all, agreedAt: now })
            .onConflictDoUpdate({
              target: [consents.subject, consents.clientId],
              set: { scopes: all, agreedAt: now },
            })
            .run();
        },
        { behavior: 'immediate' },
      );
    },
  };
}
