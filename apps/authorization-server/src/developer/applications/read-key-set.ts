import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { keysArePublic } from '../../rules/client-keys.ts';

/**
 * The public keys that a person pasted: a JSON Web Key Set, or one key alone,
 * which is a set of one.
 *
 *     {"keys":[{"kty":"EC","crv":"P-256","x":"...","y":"..."}]}
 *
 * @returns `undefined` where the field is empty; what is in the set is judged elsewhere
 * @throws {OAuthError} invalid_client_metadata
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
export function readKeySet(text: string | undefined): object | undefined {
  if (!text) return undefined;
  const isPrivatePem = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  check(keysArePublic, !isPrivatePem, { received: 'a private key, as PEM' });
  const json = parsed(text);
  if (typeof json !== 'object' || json === null) throw noKeySet;
  if ('kty' in json) return { keys: [json] };
  const { keys } = json as { keys?: unknown };
  if (!Array.isArray(keys) || !keys.every(isKey)) throw noKeySet;
  return json;
}

const noKeySet = new OAuthError(
  'invalid_client_metadata',
  'Paste a JSON Web Key Set: {"keys":[{"kty":"EC","crv":"P-256","x":"...","y":"..."}]}. A key in another form, PEM for example, has to be turned into a JSON Web Key first.',
);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKey(key: unknown): boolean {
  return typeof key === 'object' && key !== null && 'kty' in key;
}
