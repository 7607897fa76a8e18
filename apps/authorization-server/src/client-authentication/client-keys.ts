/**
 * The public keys of the clients, by which their assertions are verified: those
 * that stand in the registration itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
import type { CryptoKey } from 'jose';
import type { Client } from '../storage/clients.ts';
import { type ClientKey, usableKeys } from './key-set.ts';

/**
 * @param kid without it, a client that has one key means this one
 * @returns `undefined` where the client has no such key
 */
export type FindClientKey = (
  client: Client,
  kid: string | undefined,
) => Promise<CryptoKey | undefined>;

export function clientKeys(): FindClientKey {
  // As long as a row of the table is kept, so are its keys.
  const registered = new WeakMap<object, Promise<ClientKey[]>>();

  async function keysOf({ jwks }: Client): Promise<ClientKey[]> {
    if (!jwks) return [];
    const known = registered.get(jwks) ?? usableKeys(jwks);
    registered.set(jwks, known);
    return known;
  }

  return async (client, kid) => pick(await keysOf(client), kid);
}

function pick(keys: ClientKey[], kid: string | undefined): CryptoKey | undefined {
  if (kid === undefined) return keys.length === 1 ? keys[0]?.key : undefined;
  return keys.find((one) => one.kid === kid)?.key;
}
