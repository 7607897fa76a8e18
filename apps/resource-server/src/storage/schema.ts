/**
 * The tables of the resource server: what people and businesses own here.
 * Times are milliseconds since the epoch.
 */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** `sub` is all that this server shares with the authorization server about a person. */
export const people = sqliteTable('people', {
  sub: text().primaryKey(),
  name: text().notNull(),
  given_name: text().notNull(),
  email: text().notNull().unique(),
  /** Where the picture is, on this server. */
  picture_path: text().notNull(),
});

export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    /** Whose mailbox it lies in. */
    owner: text()
      .notNull()
      .references(() => people.sub),
    folder: text({ enum: ['inbox', 'sent'] }).notNull(),
    from_name: text().notNull(),
    from_email: text().notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    snippet: text().notNull(),
    body: text().notNull(),
    sent_at: integer().notNull(),
    unread: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [index('mailbox').on(table.owner, table.folder, table.sent_at, table.id)],
);

export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    company: text().notNull(),
    updated_at: integer().notNull(),
  },
  (table) => [index('contacts_by_name').on(table.name, table.id)],
);

export const payments = sqliteTable(
  'payments',
  {
    id: text().primaryKey(),
    /** The client that made it, and the only one that may see it. */
    client_id: text().notNull(),
    /** Forgotten after a day: then the payment stays, and its key is free. */
    idempotency_key: text(),
    /** The hash of the request that the key was first used with. */
    fingerprint: text().notNull(),
    amount_minor: integer().notNull(),
    currency: text().notNull(),
    creditor: text().notNull(),
    reference: text().notNull(),
    created_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('one_payment_per_key').on(table.client_id, table.idempotency_key),
    index('payments_by_time').on(table.client_id, table.created_at, table.id),
  ],
);
