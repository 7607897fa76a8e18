/**
 * The people who sign in here, and what they agreed to. Session ids and
 * passwords stand here hashed; times are seconds since the epoch.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.ts';

/** The people who can sign in. */
export const accounts = sqliteTable('accounts', {
  subject: text().primaryKey(),
  username: text().notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  /** Runs this server: may rotate its keys, and reads everybody's security events. */
  isOperator: integer('is_operator', { mode: 'boolean' }).notNull().default(false),
});

/** Who is signed in here, in which browser. */
export const sessions = sqliteTable('sessions', {
  sessionHash: text('session_hash').primaryKey(),
  subject: text()
    .notNull()
    .references(() => accounts.subject, { onDelete: 'cascade' }),
  authenticatedAt: integer('authenticated_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** What a person has agreed to, for each client. */
export const consents = sqliteTable(
  'consents',
  {
    subject: text()
      .notNull()
      .references(() => accounts.subject, { onDelete: 'cascade' }),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.clientId, { onDelete: 'cascade' }),
    scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
    agreedAt: integer('agreed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.clientId] })],
);
