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

  // Nothing in this server changes a person, and every request asks for one:
  // a row that was found is kept.
  const found = new Map<string, Person>();

  return {
    async findPerson(sub: string): Promise<Person | undefined> {
      const person = found.get(sub) ?? bySub.get({ sub });
      if (person) found.set(sub, person);
      return person;
    },
  };
}
