/**
 * A JSON Web Token taken apart without believing it: what it says of itself,
 * before anybody has verified its signature.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-3.1
 */
import { decodeBase64, fromBytes } from '../exports/base64.ts';

export type DecodedJwt = {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** In base64url, as it stands there; empty for alg none. */
  signature: string;
  /** What was signed: header and claims, as they stand there, with the dot between. */
  signed: string;
};

/** @returns `undefined` where it is no JWT in the compact form */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const parts = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token);
  if (!parts) return undefined;
  const [, first = '', second = '', signature = ''] = parts;
  const header = decodePart(first);
  const claims = decodePart(second);
  if (!header || !claims) return undefined;
  return { header, claims, signature, signed: `${first}.${second}` };
}

function decodePart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(fromBytes(decodeBase64(part) ?? ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
