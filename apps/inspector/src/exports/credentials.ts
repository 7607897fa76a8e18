/**
 * What an Authorization header carries.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
import { decodeBase64, encodeBase64, fromBytes, toBytes } from './base64.ts';
import { formDecode } from './spelling.ts';

type Credential = { name: string; value: string; spelled: string };

/** @param target to which the header was sent: it says what a bearer token is */
export function credentialsIn(header: string, target: string): Credential[] {
  const [, scheme = '', spelled = ''] = /^(\S+)\s+(.*)$/s.exec(header.trim()) ?? [];
  if (/^(bearer|dpop)$/i.test(scheme)) {
    return [{ name: bearerName(target), value: spelled, spelled }];
  }
  const pair = /^basic$/i.test(scheme) ? readPair(spelled) : undefined;
  if (!pair) return [{ name: 'credentials', value: header, spelled: header }];
  const [id, secret] = pair;
  return [
    { name: 'client_id', value: formDecode(id), spelled: id },
    { name: 'client_secret', value: formDecode(secret), spelled: secret },
  ];
}

function bearerName(target: string): string {
  if (/^\/register(\?|$)/.test(target)) return 'initial_access_token';
  if (/^\/register\//.test(target)) return 'registration_access_token';
  return 'access_token';
}

/** The same header with another secret in it. */
export function withSecret(header: string, change: (secret: string) => string): string {
  const [, scheme = '', encoded = ''] = /^(\s*\S+\s+)(.*)$/s.exec(header) ?? [];
  if (/^\s*(bearer|dpop)\s/i.test(scheme)) return scheme + change(encoded.trim());
  const pair = /^\s*basic\s/i.test(scheme) ? readPair(encoded) : undefined;
  if (!pair) return change(header);
  return scheme + encodeBase64(toBytes(`${pair[0]}:${change(formDecode(pair[1]))}`));
}

function readPair(encoded: string): [id: string, secret: string] | undefined {
  const bytes = decodeBase64(encoded.trim());
  const text = bytes === undefined ? '' : fromBytes(bytes);
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
