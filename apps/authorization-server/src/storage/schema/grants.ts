/**
 * What was granted, and what was taken back. Codes and refresh tokens stand
 * here hashed; times are seconds since the epoch.
 */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.ts';
import { accounts } from './people.ts';

/** Authorization codes; one that was spent is remembered while its access token lives. */
export const authorizationCodes = sqliteTable('authorization_codes', {
  codeHash: text('code_hash').primaryKey(),
  /** The grant that redeeming this code makes. */
  grantId: text('grant_id').notNull(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.clientId, { onDelete: 'cascade' }),
  subject: text()
    .notNull()
    .references(() => accounts.subject, { onDelete: 'cascade' }),
  /** Null where the authorization request left it to its default. */
  redirectUri: text('redirect_uri'),
  codeChallenge: text('code_challenge'),
  scope: text().notNull(),
  resource: text().notNull(),
  nonce: text(),
  authTime: integer('auth_time').notNull(),
  expiresAt: integer('expires_at').notNull(),
  redeemedAt: integer('redeemed_at'),
});

/** What was granted, from the redemption of a code until it ends or is revoked. */
export const grants = sqliteTable(
  'grants',
  {
    grantId: text('grant_id').primaryKey(),
    clientId: text('client_id')
      .notNull()
      .references(() => clients.clientId, { onDelete: 'cascade' }),
    subject: text()
      .notNull()
      .references(() => accounts.subject, { onDelete: 'cascade' }),
    scope: text().notNull(),
    resource: text().notNull(),
    authTime: integer('auth_time').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('grants_of_person').on(table.subject, table.clientId)],
);

/** Refresh tokens: a chain for each grant, of which only the last link works. */
export const refreshTokens = sqliteTable(
  'refresh_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    grantId: text('grant_id')
      .notNull()
      .references(() => grants.grantId, { onDelete: 'cascade' }),
    issuedAt: integer('issued_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('refresh_tokens_of_grant').on(table.grantId)],
);

/**
 * What was taken back while access tokens of it may still be alive: one token
 * by its `jti`, a grant by its id, or all that a client had been issued until
 * then, by its `client_id`. Kept until the last of those tokens has expired.
 */
export const revocations = sqliteTable(
  'revocations',
  {
    kind: text().$type<'token' | 'grant' | 'client'>().notNull(),
    value: text().notNull(),
    revokedAt: integer('revoked_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value] })],
);
