import { check } from '@four-roles/protocol/rule';
import { origin } from '../config.ts';
import { returnToSameSite } from '../rules/sign-in.ts';

/** The pages worth returning to. */
const page = /^\/(inbox(\/[\w-]+)?|compose|held)?(\?[\w=&.%+-]*)?$/;

/**
 * Where a person goes on after the sign-in.
 *
 * @throws {OAuthError} invalid_request
 */
export function readReturnTo(returnTo: string | undefined): string {
  const wanted = returnTo ?? '/';
  check(returnToSameSite, page.test(wanted), {
    expected: 'a page of this app, such as /inbox',
    received: wanted.slice(0, 80),
  });
  return wanted;
}

/**
 * The same as an address, with the scopes that were asked for and not granted:
 * the page tells what it does without them.
 */
export function returnAddress(returnTo: string, declined: string[] = []): string {
  const url = new URL(returnTo, origin);
  if (declined.length > 0) url.searchParams.set('declined', declined.join(' '));
  return url.href;
}

/** A link that begins a sign-in, asks for a further scope, and comes back. */
export function signInPath(options: { scope?: string; returnTo?: string } = {}): string {
  const query = new URLSearchParams();
  if (options.scope) query.set('scope', options.scope);
  if (options.returnTo) query.set('return_to', options.returnTo);
  return query.size === 0 ? '/login' : `/login?${query}`;
}
