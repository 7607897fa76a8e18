/**
 * The applications, how they came to be registered, and how they prove who
 * they are. Secrets and tokens stand here hashed; times are seconds since the
 * epoch.
 */

import {
  type AnySQLiteColumn,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import type { JWK } from 'jose';
import type { ClientAuthenticationMethod } from '../../client-authentication/methods.ts';
import type { ApplicationType } from '../../registration/application-type.ts';
import { accounts } from './people.ts';

/** The applications that may ask for tokens. */
export const clients = sqliteTable('clients', {
  clientId: text('client_id').primaryKey(),
  clientName: text('client_name').notNull(),
  clientUri: text('client_uri').notNull(),
  description: text().notNull().default(''),
  applicationType: text('application_type')
    .$type<ApplicationType>()
    .notNull()
    .default('web'),
  /** `none` makes a client public: it has nothing to prove itself with. */
  tokenEndpointAuthMethod: text('token_endpoint_auth_method')
    .$type<ClientAuthenticationMethod>()
    .notNull()
    .default('client_secret_basic'),
  /** Null where it has no secret. */
  secretHash: text('secret_hash'),
  /** The one before: after a rotation it works on for a while, beside the new one. */
  previousSecretHash: text('previous_secret_hash'),
  previousSecretExpiresAt: integer('previous_secret_expires_at'),
  /** The public keys of a client that signs, or the address where it publishes them. */
  jwks: text({ mode: 'json' }).$type<{ keys: JWK[] }>(),
  jwksUri: text('jwks_uri'),
  redirectUris: text('redirect_uris', { mode: 'json' }).$type<string[]>().notNull(),
  postLogoutRedirectUris: text('post_logout_redirect_uris', { mode: 'json' })
    .$type<string[]>()
    .notNull(),
  grantTypes: text('grant_types', { mode: 'json' }).$type<string[]>().notNull(),
  /** The scopes it may be granted. */
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** A protected resource: it may ask about every token, not only its own. */
  isResourceServer: integer('is_resource_server', { mode: 'boolean' }).notNull(),
  /** Who registered it, or who let it register itself. */
  owner: text().references((): AnySQLiteColumn => accounts.subject, {
    onDelete: 'set null',
  }),
  registeredAt: integer('registered_at').notNull().default(0),
  /** While it is suspended, nothing is issued to it. */
  suspendedAt: integer('suspended_at'),
  /** With this token it reads and changes its own registration (RFC 7592). */
  registrationTokenHash: text('registration_token_hash'),
});

/** With one of these a program registers itself (RFC 7591, section 3). */
export const initialAccessTokens = sqliteTable('initial_access_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  /** Whose applications they become. */
  owner: text()
    .notNull()
    .references(() => accounts.subject, { onDelete: 'cascade' }),
  /** The scopes that may be registered with it. */
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  registrationsLeft: integer('registrations_left').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** The `jti` of each client assertion, until it would have expired: one is used once. */
export const usedAssertions = sqliteTable(
  'used_assertions',
  {
    clientId: text('client_id').notNull(),
    jtiHash: text('jti_hash').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.clientId, table.jtiHash] })],
);
