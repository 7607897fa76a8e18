/**
 * Who is signed in, by the hash of the session id that the browser holds.
 */
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { clock } from '../config.ts';
import { Secret } from '../secret.ts';
import { database } from './database.ts';
import { sessions } from './schema.ts';
import { seal, unseal } from './sealed.ts';

export type Tokens = {
  accessToken: Secret;
  /** Milliseconds since the epoch. */
  accessTokenExpiresAt: number;
  refreshToken: Secret | undefined;
  /** What was granted, space-delimited. */
  scope: string;
};

export type Person = {
  sub: string;
  name: string | null;
  email: string | null;
  picture: string | null;
};

export type Session = Person & {
  id: Secret;
  tokens: Tokens;
  idToken: Secret;
  /** Milliseconds since the epoch, as the next two. */
  signedInAt: number;
  expiresAt: number;
  endedAt: number | null;
  /** How many times its tokens have been refreshed. */
  version: number;
};

/** Always under a new id: one that was planted in the browser before is worth nothing. */
export async function createSession(
  person: Person,
  tokens: Tokens,
  idToken: Secret,
  expiresAt: number,
): Promise<Secret> {
  const id = new Secret(randomValue());
  database()
    .insert(sessions)
    .values({
      id_hash: sha256(id.reveal()),
      ...person,
      ...sealedTokens(tokens, id),
      sealed_id_token: sealSecret(idToken, id),
      signed_in_at: clock.now(),
      expires_at: expiresAt,
      version: 0,
    })
    .run();
  return id;
}

export async function findSession(id: Secret): Promise<Session | undefined> {
  const row = database()
    .select()
    .from(sessions)
    .where(eq(sessions.id_hash, sha256(id.reveal())))
    .get();
  if (!row) return undefined;
  return {
    id,
    sub: row.sub,
    name: row.name,
    email: row.email,
    picture: row.picture,
    tokens: {
      accessToken: unsealSecret(row.sealed_access_token, id),
      accessTokenExpiresAt: row.access_token_expires_at,
      refreshToken: row.sealed_refresh_token
        ? unsealSecret(row.sealed_refresh_token, id)
        : undefined,
      scope: row.scope,
    },
    idToken: unsealSecret(row.sealed_id_token, id),
    signedInAt: row.signed_in_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    version: row.version,
  };
}

/**
 * Reserve the right to refresh the tokens of this version. In one statement,
 * so that it holds between processes too.
 *
 * @param until milliseconds since the epoch; who dies holding it holds it no longer than that
 */
export async function reserveRefresh(session: Session, until: number): Promise<boolean> {
  const { changes } = database()
    .update(sessions)
    .set({ refreshing_until: until })
    .where(
      and(
        isVersion(session),
        or(isNull(sessions.refreshing_until), lt(sessions.refreshing_until, clock.now())),
      ),
    )
    .run();
  return changes === 1;
}

/** The refresh came to nothing, but may be tried again. */
export async function releaseRefresh(session: Session): Promise<void> {
  database()
    .update(sessions)
    .set({ refreshing_until: null })
    .where(isVersion(session))
    .run();
}

/** Changes nothing where somebody else has replaced them since `session` was read. */
export async function replaceTokens(session: Session, tokens: Tokens): Promise<void> {
  database()
    .update(sessions)
    .set({
      ...sealedTokens(tokens, session.id),
      version: session.version + 1,
      refreshing_until: null,
    })
    .where(isVersion(session))
    .run();
}

/** The authorization server has ended it. Changes nothing where newer tokens have come since. */
export async function endSession(session: Session): Promise<void> {
  database()
    .update(sessions)
    .set({
      ended_at: clock.now(),
      sealed_access_token: sealSecret(new Secret(''), session.id),
      sealed_refresh_token: null,
      refreshing_until: null,
    })
    .where(isVersion(session))
    .run();
}

export async function removeSession(id: Secret): Promise<void> {
  database()
    .delete(sessions)
    .where(eq(sessions.id_hash, sha256(id.reveal())))
    .run();
}

function sealSecret(secret: Secret, id: Secret): string {
  return seal(secret.reveal(), id.reveal());
}

function unsealSecret(sealed: string, id: Secret): Secret {
  return new Secret(unseal(sealed, id.reveal()));
}

function isVersion({ id, version }: Session) {
  return and(eq(sessions.id_hash, sha256(id.reveal())), eq(sessions.version, version));
}

function sealedTokens(tokens: Tokens, id: Secret) {
  return {
    scope: tokens.scope,
    sealed_access_token: sealSecret(tokens.accessToken, id),
    access_token_expires_at: tokens.accessTokenExpiresAt,
    sealed_refresh_token: tokens.refreshToken
      ? sealSecret(tokens.refreshToken, id)
      : null,
  };
}
