/**
 * The public keys of the authorization server, by their `kid`: fetched when
 * the first token arrives, kept, and fetched again when a token names a key
 * that is not among them. That is how a new key becomes known, and how a
 * withdrawn one is forgotten after a while.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import type { Clock } from '@four-roles/protocol/clock';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { AuthorizationServer } from './authorization-server.ts';

/** Between two fetches that unknown names of keys bring about: anybody can make up such a name. */
const millisecondsBetweenRefetches = 30_000;

/** After this long, a key set is fetched anew although nobody asked for an unknown key. */
const freshMilliseconds = 600_000;

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
  let current: { keys: Keys; fetchedAt: number } | undefined;
  let first: Promise<Keys> | undefined;
  let again: { keys: Promise<Keys>; at: number } | undefined;

  async function fetchKeys(): Promise<Keys> {
    const { jwks_uri } = await authorizationServer.metadata();
    const { keys } = await authorizationServer.ask(keySet, jwks_uri);
    current = { keys: await signingKeys(keys), fetchedAt: clock.now() };
    return current.keys;
  }

  /** Who comes too early gets the answer, or the failure, of the last time. */
  function refetch(): Promise<Keys> {
    const now = clock.now();
    if (!again || now - again.at >= millisecondsBetweenRefetches) {
      again = { keys: fetchKeys(), at: now };
    }
    return again.keys;
  }

  async function knownKeys(): Promise<Keys> {
    if (!current) {
      first ??= fetchKeys().finally(() => {
        first = undefined;
      });
      return first;
    }
    if (clock.now() - current.fetchedAt < freshMilliseconds) return current.keys;
    // An authorization server that is away for a moment does not make its keys bad.
    const old = current.keys;
    return refetch().catch(() => old);
  }

  return {
    async findKey(kid) {
      return (await knownKeys()).get(kid) ?? (await refetch()).get(kid);
    },
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
