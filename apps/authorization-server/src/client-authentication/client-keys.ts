/**
 * The public keys of the clients, by which their assertions are verified: those
 * that stand in the registration itself, or those that the client publishes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
import type { CryptoKey } from 'jose';
import type { Client } from '../storage/clients.ts';
import { type ClientKey, pickKey, usableKeys } from './key-set.ts';
import type { FindPublishedKey } from './published-keys.ts';

/**
 * @param kid without it, a client that has one key means this one
 * @returns `undefined` where the client has no such key
 * @throws {OAuthError} invalid_client, where its keys cannot be fetched
 */
export type FindClientKey = (
  client: Client,
  kid: string | undefined,
) => Promise<CryptoKey | undefined>;

export function clientKeys(findPublishedKey: FindPublishedKey): FindClientKey {
  // As long as a row of the table is kept, so are its keys.
  const registered = new WeakMap<object, Promise<ClientKey[]>>();

  return async ({ clientId, jwks, jwksUri }, kid) => {
    if (jwksUri) return findPublishedKey(clientId, jwksUri, kid);
    if (!jwks) return undefined;
    const keys = registered.get(jwks) ?? usableKeys(jwks);
    registered.set(jwks, keys);
    return pickKey(await keys, kid);
  };
}
