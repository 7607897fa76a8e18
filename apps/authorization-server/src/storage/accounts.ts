import type { Database } from '@four-roles/runtime/database';
import { eq } from 'drizzle-orm';
import { accounts } from './schema/people.ts';

export type Account = typeof accounts.$inferSelect;

export function accountStorage(database: Database) {
  return {
    async findAccountByUsername(username: string): Promise<Account | undefined> {
      return database
        .select()
        .from(accounts)
        .where(eq(accounts.username, username))
        .get();
    },

    async findAccount(subject: string): Promise<Account | undefined> {
      return database.select().from(accounts).where(eq(accounts.subject, subject)).get();
    },

    async keepAccount(account: typeof accounts.$inferInsert): Promise<void> {
      database
        .insert(accounts)
        .values(account)
        .onConflictDoUpdate({ target: accounts.subject, set: account })
        .run();
    },
  };
}
