/** The public keys of a client that signs, or the address where it publishes them. */
import { createPublicKey } from 'node:crypto';
import type {
  ClientMetadata,
  PublicKeyMembers,
} from '@four-roles/protocol/client-registration-messages';
import { isLoopback } from '@four-roles/protocol/loopback';
import { check } from '@four-roles/protocol/rule';
import { secretMemberIn, verifiesEs256 } from '../client-authentication/key-set.ts';
import * as rules from '../rules/client-keys.ts';
import type { Circumstances } from './circumstances.ts';
import { isWebAddress } from './judge-addresses.ts';

export function judgeKeys(metadata: ClientMetadata): void {
  const { jwks, jwks_uri, token_endpoint_auth_method: method } = metadata;
  const sources = [jwks, jwks_uri].filter((source) => source !== undefined).length;
  const expected = method === 'private_key_jwt' ? 1 : 0;
  check(rules.keysFitAuthMethod, sources === expected, { expected, received: sources });
  if (!jwks) return;

  const { keys } = jwks;
  const member = secretMemberIn(keys);
  check(rules.keysArePublic, member === undefined, { received: member });
  check(rules.keysFew, keys.length >= 1 && keys.length <= 5, { received: keys.length });
  const unusable = keys.findIndex((key) => !isUsable(key));
  check(rules.keysUsable, unusable === -1, { received: `key ${unusable + 1}` });
  const names = keys.map(({ kid }) => kid);
  const named =
    names.every((kid) => kid === undefined || kid.length <= 100) &&
    (keys.length < 2 || !names.includes(undefined)) &&
    new Set(names).size === names.length;
  check(rules.keysNamed, named, { received: names });
}

export function judgeKeysUri(metadata: ClientMetadata, there: Circumstances): void {
  const { jwks_uri: uri } = metadata;
  if (uri === undefined) return;
  check(rules.jwksUriProtected, isProtectedHere(uri, there.onLoopback), {
    received: uri,
  });
}

function isProtectedHere(uri: string, onLoopback: boolean): boolean {
  if (!isWebAddress(uri)) return false;
  const url = new URL(uri);
  return url.protocol === 'https:' || (onLoopback && isLoopback(url));
}

function isUsable(key: PublicKeyMembers): boolean {
  const { kty, crv, x = '', y = '' } = key;
  if (!verifiesEs256(key) || x.length !== 43 || y.length !== 43) return false;
  try {
    createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
