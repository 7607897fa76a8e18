/**
 * The public keys of the authorization server, by their `kid`: fetched when
 * the first token arrives, kept, and fetched again when a token names a key
 * that is not among them, or after five minutes. That is how a new key becomes
 * known, and how a withdrawn one is forgotten. A key that is published so long
 * before it signs cannot be kept out by made-up names at all.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import type { Clock } from '@four-roles/protocol/clock';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { AuthorizationServer } from './authorization-server.ts';

/**
 * Between two fetches that unknown names of keys bring about: anybody can make up such a name. As
 * short as a revocation may take to be noticed: when a key that leaked is withdrawn, another one signs
 * at once, and made-up names keep it out for no longer than this.
 */
const millisecondsBetweenUnknown = 5000;

/** Between two fetches of a set that is too old, while there is no answer. */
const millisecondsBetweenTries = 30_000;

/** No answer says nothing about a key: it is asked for again soon. */
const millisecondsAfterFailure = 2000;

/** After this long, a key set is fetched anew although nobody asked for an unknown key: its max-age. */
const freshMilliseconds = 300_000;

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) });

type Keys = ReadonlyMap<string, CryptoKey>;

export type KeySet = {
  /**
   * @returns `undefined` where the authorization server publishes no such key
   * @throws {OAuthError} temporarily_unavailable
   */
  findKey(kid: string): Promise<CryptoKey | undefined>;
};

export function keySetOf(authorizationServer: AuthorizationServer, clock: Clock): KeySet {
  let current: { keys: Keys; freshUntil: number } | undefined;
  let first: Promise<Keys> | undefined;
  // Each has its own patience: a set that was too old is no reason to keep a new key waiting.
  const refetchForUnknown = notTooOften(fetchKeys, millisecondsBetweenUnknown, clock);
  const refetchForAge = notTooOften(fetchKeys, millisecondsBetweenTries, clock);

  async function fetchKeys(): Promise<Keys> {
    const { jwks_uri } = await authorizationServer.metadata();
    const freshUntil = clock.now() + freshMilliseconds;
    const { keys } = await authorizationServer.ask(keySet, jwks_uri);
    current = { keys: await signingKeys(keys), freshUntil };
    return current.keys;
  }

  async function knownKeys(): Promise<Keys> {
    if (!current) {
      first ??= fetchKeys().finally(() => {
        first = undefined;
      });
      return first;
    }
    if (clock.now() < current.freshUntil) return current.keys;
    // An authorization server that is away for a moment does not make its keys bad.
    const old = current;
    return refetchForAge().catch(() => {
      old.freshUntil = clock.now() + millisecondsBetweenTries;
      return old.keys;
    });
  }

  return {
    async findKey(kid) {
      return (await knownKeys()).get(kid) ?? (await refetchForUnknown()).get(kid);
    },
  };
}

/** Who comes while it is under way, or too early, gets the answer or the failure of the last time. */
function notTooOften(
  fetchKeys: () => Promise<Keys>,
  pause: number,
  clock: Clock,
): () => Promise<Keys> {
  let last: { keys: Promise<Keys>; notBefore: number } | undefined;
  return () => {
    const now = clock.now();
    if (last && now < last.notBefore) return last.keys;
    const attempt = { keys: fetchKeys(), notBefore: now + pause };
    attempt.keys.catch(() => {
      attempt.notBefore = now + millisecondsAfterFailure;
    });
    last = attempt;
    return attempt.keys;
  };
}

/** Only what can verify ES256; a key for another purpose is left out. */
async function signingKeys(keys: JWK[]): Promise<Keys> {
  const usable = keys.filter(
    ({ kid, kty, crv, use }) =>
      kid && kty === 'EC' && crv === 'P-256' && (use ?? 'sig') === 'sig',
  );
  return new Map(
    await Promise.all(
      usable.map(async (jwk): Promise<[string, CryptoKey]> => {
        const { kid, kty, crv, x, y } = jwk;
        return [kid!, (await importJWK({ kty, crv, x, y }, 'ES256')) as CryptoKey];
      }),
    ),
  );
}
