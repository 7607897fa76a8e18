import type { Database } from '@four-roles/runtime/database';
import { eq, sql } from 'drizzle-orm';
import { people } from './schema.ts';

export type Person = typeof people.$inferSelect;

export type People = ReturnType<typeof openPeople>;

export function openPeople(database: Database) {
  const bySub = database
    .select()
    .from(people)
    .where(eq(people.sub, sql.placeholder('sub')))
    .prepare();

  return {
    async findPerson(sub: string): Promise<Person | undefined> {
      return bySub.get({ sub });
    },
  };
}
