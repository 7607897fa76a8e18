/**
 * The two cookies of this app: which browser this is, and who is signed in.
 * Both are random values that mean nothing to whoever reads them.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.1.3.2
 */
import { randomValue } from '@four-roles/protocol/random-value';
import { origin } from '../config.ts';

const secure = origin.startsWith('https:');

/**
 * `__Host-` makes the browser refuse the cookie unless it is Secure, has the
 * path `/` and no Domain: no neighbour on another subdomain can plant one.
 * It does not exist for http://localhost. Cookies ignore ports, so the names
 * say whose they are.
 */
const prefix = secure ? '__Host-' : '';
export const sessionCookie = `${prefix}briefing_session`;
export const browserCookie = `${prefix}briefing_browser`;

export const aWeekInSeconds = 7 * 24 * 60 * 60;

/**
 * `SameSite=Lax` and not Strict: the way back from the authorization server is
 * a navigation that another site began. With Strict the browser would send
 * neither cookie there: the callback could not tell whose sign-in it ends.
 * What Strict would stop, requests that change something, is stopped by
 * `post-from-this-site`.
 */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  const attributes = ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${maxAgeSeconds}`];
  if (secure) attributes.push('Secure');
  return [`${name}=${value}`, ...attributes].join('; ');
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}

/** @param header the Cookie header of a request */
export function readCookie(
  header: string | null | undefined,
  name: string,
): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/**
 * This browser's own name. One for all its tabs and sign-ins: a new one for
 * each would leave the others without theirs.
 */
export function browserIdOf(request: Request): string {
  return readCookie(request.headers.get('Cookie'), browserCookie) ?? randomValue();
}

export function keepBrowserId(browserId: string): string {
  return setCookie(browserCookie, browserId, 365 * 24 * 60 * 60);
}
