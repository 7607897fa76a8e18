/**
 * The keys that a client publishes at its jwks_uri, by the client: fetched when
 * its first assertion arrives, kept for five minutes, and fetched again when an
 * assertion names a key that is not among them, so that a client rotates its
 * keys without telling anybody.
 *
 * Each client waits for its own address alone, and is asked by one request at a
 * time. Anybody can write an assertion in the name of a client: however many
 * arrive, its address is asked twice a minute at most.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys
 */
import { type Clock, steadyClock } from '@four-roles/protocol/clock';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { ReadClientUrl } from '../client-url/read-client-url.ts';
import { type ClientKey, pickKey, usableKeys } from './key-set.ts';
import { readPublishedKeySet } from './published-key-set.ts';

/** Milliseconds: an answer counts for so long, and a withdrawn key is good for no longer. */
const freshFor = 300_000;

/** Milliseconds between two requests, whatever the answer to the first was. */
const pause = 30_000;

const clientsKept = 1000;

type Answer = { uri: string; askedAt: number; keys: Promise<ClientKey[]> };

/** @throws {OAuthError} invalid_client */
export type FindPublishedKey = (
  clientId: string,
  uri: string,
  kid: string | undefined,
) => Promise<CryptoKey | undefined>;

export function keysAtJwksUri(readUrl: ReadClientUrl, clock: Clock): FindPublishedKey {
  const steady = steadyClock(clock);
  const answers = new LRUCache<string, Answer>({ max: clientsKept });

  async function fetchKeys(uri: string): Promise<ClientKey[]> {
    return usableKeys(readPublishedKeySet(await readUrl(uri)));
  }

  /** Who comes too early gets the answer, or the refusal, of the last time. */
  function ask(clientId: string, uri: string, after: number): Promise<ClientKey[]> {
    const last = answers.get(clientId);
    const askedAt = steady.now();
    if (last?.uri === uri && askedAt - last.askedAt < after) return last.keys;
    const keys = fetchKeys(uri);
    answers.set(clientId, { uri, askedAt, keys });
    return keys;
  }

  return async (clientId, uri, kid) => {
    const keys = await ask(clientId, uri, freshFor).catch(() =>
      ask(clientId, uri, pause),
    );
    const known = pickKey(keys, kid);
    return known ?? pickKey(await ask(clientId, uri, pause), kid);
  };
}
