/** The claims of a JSON Web Token, believed by nobody: RFC 7519, section 3. */
import { decodeBase64, fromBytes } from './base64.ts';

/** @returns `undefined` where it is no signed token */
export function claimsOf(token: string): Record<string, unknown> | undefined {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? [];
  const bytes = payload && decodeBase64(payload);
  if (!bytes) return undefined;
  try {
    const claims: unknown = JSON.parse(fromBytes(bytes));
    const isObject = typeof claims === 'object' && claims !== null;
    return isObject && !Array.isArray(claims)
      ? (claims as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
