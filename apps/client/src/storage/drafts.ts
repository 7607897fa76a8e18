/**
 * The message that each person is writing: sealed, as it is mail, so that only
 * the browser in which it was written can have it back.
 */
import { sha256 } from '@four-roles/protocol/hash';
import { and, eq, gt } from 'drizzle-orm';
import { clock } from '../config.ts';
import { database } from './database.ts';
import { drafts } from './schema.ts';
import { seal, unseal } from './sealed.ts';

export type Draft = {
  to: string;
  subject: string;
  body: string;
  complaint: string | null;
};

const aWeek = 7 * 24 * 60 * 60 * 1000;

/** @param browserId outlives the session: asking Acorn for a permission makes a new one */
export async function keepDraft(
  sub: string,
  browserId: string,
  draft: Draft,
): Promise<void> {
  const values = {
    browser_hash: sha256(browserId),
    sealed_draft: seal(JSON.stringify(draft), browserId),
    expires_at: clock.now() + aWeek,
  };
  database()
    .insert(drafts)
    .values({ sub, ...values })
    .onConflictDoUpdate({ target: drafts.sub, set: values })
    .run();
}

export async function findDraft(
  sub: string,
  browserId: string,
): Promise<Draft | undefined> {
  const row = database()
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.sub, sub),
        eq(drafts.browser_hash, sha256(browserId)),
        gt(drafts.expires_at, clock.now()),
      ),
    )
    .get();
  return row && JSON.parse(unseal(row.sealed_draft, browserId));
}

export async function removeDraft(sub: string): Promise<void> {
  database().delete(drafts).where(eq(drafts.sub, sub)).run();
}
