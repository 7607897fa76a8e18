import type { Database } from '@four-roles/runtime/database';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { newId } from './new-id.ts';
import { contacts } from './schema.ts';

export type Contact = typeof contacts.$inferSelect;
export type NewContact = Pick<Contact, 'name' | 'email' | 'company'>;

/** The last contact that the reader has seen: the next page begins after it. */
export type ContactPosition = { name: string; id: string };

export type Contacts = ReturnType<typeof openContacts>;

export function openContacts(database: Database) {
  const page = database
    .select()
    .from(contacts)
    .where(
      or(
        gt(contacts.name, sql.placeholder('name')),
        and(
          eq(contacts.name, sql.placeholder('name')),
          gt(contacts.id, sql.placeholder('id')),
        ),
      ),
    )
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(sql.placeholder('limit'))
    .prepare();

  return {
    /** By name. */
    async listContacts(after: ContactPosition, limit: number): Promise<Contact[]> {
      return page.all({ ...after, limit });
    },

    /**
     * An email address belongs to one contact: whoever sends it again brings
     * that contact up to date.
     *
     * @param updated_at milliseconds since the epoch
     */
    async saveContact(
      contact: NewContact,
      updated_at: number,
    ): Promise<{ contact: Contact; created: boolean }> {
      const id = newId('con');
      const saved = database
        .insert(contacts)
        .values({ id, ...contact, updated_at })
        .onConflictDoUpdate({
          target: contacts.email,
          set: { name: contact.name, company: contact.company, updated_at },
        })
        .returning()
        .get();
      return { contact: saved, created: saved.id === id };
    },
  };
}
