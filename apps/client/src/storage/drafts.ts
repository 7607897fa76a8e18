/**
 * The message that each person is writing.
 */
import { and, eq, gt } from 'drizzle-orm';
import { clock } from '../config.ts';
import { database } from './database.ts';
import { drafts } from './schema.ts';

export type Draft = {
  to: string;
  subject: string;
  body: string;
  complaint: string | null;
};

const aWeek = 7 * 24 * 60 * 60 * 1000;

export async function keepDraft(sub: string, draft: Draft): Promise<void> {
  const values = { ...draft, expires_at: clock.now() + aWeek };
  database()
    .insert(drafts)
    .values({ sub, ...values })
    .onConflictDoUpdate({ target: drafts.sub, set: values })
    .run();
}

export async function findDraft(sub: string): Promise<Draft | undefined> {
  return database()
    .select()
    .from(drafts)
    .where(and(eq(drafts.sub, sub), gt(drafts.expires_at, clock.now())))
    .get();
}

export async function removeDraft(sub: string): Promise<void> {
  database().delete(drafts).where(eq(drafts.sub, sub)).run();
}
