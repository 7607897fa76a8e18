/**
 * Bearer tokens: how a client presents an access token, and how a resource
 * server asks for a better one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750
 */
import type { Rule } from './rule.ts';

export const tokenStaysWithItsResource: Rule = {
  id: 'token-stays-with-its-resource',
  spec: 'RFC 6750, section 5.3',
  level: 'MUST',
  says: 'An access token is sent only to the resource that it was issued for, and to addresses below it.',
  stops:
    'A part of an address that somebody else chose, such as "..", or a foreign address carries the token somewhere else.',
  fix: 'Call the resource that the token was issued for, or an address below it, and look for ".." or a foreign host in what the address was put together from.',
  error: 'access_denied',
};

/**
 * Is it an address of this resource: the identifier itself, with or without a
 * query, or one below it?
 *
 * @param url as `URL` has normalised it: no ".." is left
 * @param resource a resource identifier with a path and no slash at its end
 */
export function isOfResource(url: URL, resource: string): boolean {
  const { origin, pathname } = new URL(resource);
  const inside = url.pathname === pathname || url.pathname.startsWith(`${pathname}/`);
  return url.origin === origin && inside;
}

/** The value of the Authorization header. */
export function formatBearer(accessToken: string): string {
  return `Bearer ${accessToken}`;
}

/**
 * The token in an Authorization header; the scheme is case-insensitive.
 * `undefined` where the header is absent or speaks of another scheme.
 * `''` where it says Bearer, but no `b64token` follows.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function parseBearer(header: string | undefined): string | undefined {
  if (header === undefined || !/^bearer( |$)/i.test(header)) return undefined;
  return /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header)?.[1] ?? '';
}

/**
 * The value of a `WWW-Authenticate` header:
 * `Bearer realm="mail", error="insufficient_scope", scope="mail.read"`
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export function bearerChallenge(attributes: Record<string, string | undefined>): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`);
  return ['Bearer', pairs.join(', ')].join(' ').trim();
}

/**
 * The attributes of the Bearer challenge in a `WWW-Authenticate` header.
 * `undefined` where there is none.
 */
export function parseBearerChallenge(
  header: string | null,
): Record<string, string> | undefined {
  if (header === null || !/^bearer( |$)/i.test(header)) return undefined;
  return Object.fromEntries(
    [...header.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, name, value]) => [name, value]),
  );
}
