/**
 * What the authorization server keeps: credentials, clients, grants and
 * tokens, and nothing of what the resource server holds. Codes, refresh
 * tokens, client secrets and session ids stand here hashed. Times are seconds
 * since the epoch.
 */
import type { PrivateJwk } from '@four-roles/protocol/signing-key';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The people who can sign in. */
export const accounts = sqliteTable('accounts', {
  subject: text().primaryKey(),
  username: text().notNull().unique(),
  passwordHash: text('password_hash').notNull(),
});

/** The applications that may ask for tokens. */
export const clients = sqliteTable('clients', {
  clientId: text('client_id').primaryKey(),
  clientName: text('client_name').notNull(),
  clientUri: text('client_uri').notNull(),
  /** Null for a public client: it has no secret. */
  secretHash: text('secret_hash'),
  redirectUris: text('redirect_uris', { mode: 'json' }).$type<string[]>().notNull(),
  postLogoutRedirectUris: text('post_logout_redirect_uris', { mode: 'json' })
    .$type<string[]>()
    .notNull(),
  grantTypes: text('grant_types', { mode: 'json' }).$type<string[]>().notNull(),
  /** The scopes it may be granted. */
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** A protected resource: it may ask about every token, not only its own. */
  isResourceServer: integer('is_resource_server', { mode: 'boolean' }).notNull(),
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

/** Authorization codes, for about a minute. */
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

/** Access tokens that were revoked one by one, until they would have expired. */
export const revokedAccessTokens = sqliteTable('revoked_access_tokens', {
  jti: text().primaryKey(),
  expiresAt: integer('expires_at').notNull(),
});

/** Wrong passwords and secrets, counted for each account, client and address. */
export const failedAttempts = sqliteTable('failed_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastFailureAt: integer('last_failure_at').notNull(),
});

/** The private key: made at first start, never anywhere else. */
export const signingKeys = sqliteTable('signing_keys', {
  kid: text().primaryKey(),
  privateJwk: text('private_jwk', { mode: 'json' }).$type<PrivateJwk>().notNull(),
  createdAt: integer('created_at').notNull(),
});

/** The one secret from which this server derives values that it need not store. */
export const serverSecret = sqliteTable('server_secret', {
  id: integer().primaryKey(),
  value: text().notNull(),
});
