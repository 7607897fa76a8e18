/**
 * What the server keeps for itself: its keys, what it has seen, and how often
 * somebody guessed wrong. Times are seconds since the epoch.
 */
import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The private keys: made here, never anywhere else. */
export const signingKeys = sqliteTable('signing_keys', {
  kid: text().primaryKey(),
  privateJwk: text('private_jwk', { mode: 'json' }).$type<PrivateJwk>().notNull(),
  createdAt: integer('created_at').notNull(),
  /** It is published from the beginning, and signs from then on. */
  signsFrom: integer('signs_from').notNull().default(0),
  /** Null while no other key has taken its place. */
  publishedUntil: integer('published_until'),
});

/** The one secret from which this server derives values that it need not store. */
export const serverSecret = sqliteTable('server_secret', {
  id: integer().primaryKey(),
  value: text().notNull(),
});

/** Wrong passwords and secrets, counted for each account, client and address. */
export const failedAttempts = sqliteTable('failed_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastFailureAt: integer('last_failure_at').notNull(),
});

/**
 * The record of security events: who did what, and what was refused and why.
 * Triggers in the database refuse to change a row, and to remove a young one.
 */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** What happened: `token_issued`. */
    event: text().notNull(),
    clientId: text('client_id'),
    /** The person who did it. */
    subject: text(),
    /** Whose application it concerns: besides operators, the one who may read this. */
    owner: text(),
    /** The `jti` of the token that was issued or revoked. */
    jti: text(),
    /** The rule that refused. */
    rule: text(),
    /** What else there is to say, and no secret. */
    details: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** How often, where the same happened again and again within a moment. */
    count: integer().notNull().default(1),
    /** The trace that the request belonged to (W3C Trace Context). */
    traceId: text('trace_id'),
  },
  (table) => [
    index('security_events_by_time').on(table.at),
    index('security_events_of_client').on(table.clientId, table.id),
    index('security_events_of_owner').on(table.owner, table.id),
    index('security_events_of_person').on(table.subject, table.id),
  ],
);
