import { check } from '@four-roles/protocol/rule';
import type { JWK } from 'jose';
import * as rules from '../rules/client-url.ts';
import { secretMemberIn } from './key-set.ts';

const mostKeys = 20;

/**
 * A key set as somebody else has published it.
 *
 * @throws {OAuthError} invalid_client
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export function readPublishedKeySet(text: string): { keys: JWK[] } {
  const keys = keysIn(text);
  check(rules.publishedKeySetWellFormed, keys !== undefined);
  check(rules.publishedKeysFew, keys.length <= mostKeys, {
    expected: `${mostKeys} keys at most`,
    received: keys.length,
  });
  const member = secretMemberIn(keys);
  check(rules.publishedKeysArePublic, member === undefined, { received: member });
  return { keys };
}

function keysIn(text: string): JWK[] | undefined {
  try {
    const { keys } = JSON.parse(text);
    const isObject = (key: unknown) => typeof key === 'object' && key !== null;
    return Array.isArray(keys) && keys.every(isObject) ? keys : undefined;
  } catch {
    return undefined;
  }
}
