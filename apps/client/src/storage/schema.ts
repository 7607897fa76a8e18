/**
 * The tables of client.sqlite. Times are milliseconds since the epoch.
 */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A sign-in that has begun: everything that its answer will be held against. */
export const loginAttempts = sqliteTable(
  'login_attempts',
  {
    state_hash: text().primaryKey(),
    browser_hash: text().notNull(),
    nonce: text().notNull(),
    code_verifier: text().notNull(),
    /** What was asked for, space-delimited. */
    scope: text().notNull(),
    return_to: text().notNull(),
    expires_at: integer().notNull(),
    used_at: integer(),
  },
  ({ browser_hash }) => [index('login_attempts_of_browser').on(browser_hash)],
);

/** A person who is signed in. Tokens are sealed with the session id, of which there is only a hash here. */
export const sessions = sqliteTable('sessions', {
  id_hash: text().primaryKey(),
  sub: text().notNull(),
  name: text(),
  email: text(),
  picture: text(),
  /** What was granted, space-delimited. */
  scope: text().notNull(),
  sealed_access_token: text().notNull(),
  access_token_expires_at: integer().notNull(),
  sealed_refresh_token: text(),
  sealed_id_token: text().notNull(),
  signed_in_at: integer().notNull(),
  expires_at: integer().notNull(),
  /** Raised by each refresh: who refreshes says which tokens it saw. */
  version: integer().notNull(),
  /** Until when one process alone may refresh. */
  refreshing_until: integer(),
  /** Set when the authorization server refuses the refresh token for good. */
  ended_at: integer(),
});

/** What went wrong, for the page that tells it: it is kept here, and not in an address. */
export const problems = sqliteTable(
  'problems',
  {
    id_hash: text().primaryKey(),
    browser_hash: text().notNull(),
    /** A Problem, as JSON. */
    problem: text().notNull(),
    expires_at: integer().notNull(),
  },
  ({ browser_hash }) => [index('problems_of_browser').on(browser_hash)],
);

/**
 * The message that a person is writing: one for each person, it outlives a
 * question to Acorn. Sealed with the browser id, of which there is only a hash here.
 */
export const drafts = sqliteTable('drafts', {
  sub: text().primaryKey(),
  browser_hash: text().notNull(),
  /** A Draft, as JSON. */
  sealed_draft: text().notNull(),
  expires_at: integer().notNull(),
});
