/**
 * Base64 in both alphabets, the same in a browser and in Node. Bytes are kept
 * as a string with one character for each, so that nothing is lost where they
 * are no UTF-8.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4648
 */

/** @returns bytes; `undefined` where it is no base64 */
export function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

export function encodeBase64(bytes: string): string {
  return btoa(bytes);
}

export function encodeBase64url(bytes: string): string {
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a text, in UTF-8. */
export function toBytes(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** The text that bytes are in UTF-8. */
export function fromBytes(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
}
