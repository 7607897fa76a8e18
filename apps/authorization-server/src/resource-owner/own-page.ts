/**
 * Does a form come from a page of this server?
 *
 * Browsers put the origin of the page on every POST, and no page can change
 * it. This needs no token in the form and no cookie, so twenty sign-ins in one
 * browser do not disturb each other.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { formFromOwnPage } from '../rules/resource-owner.ts';

/** @throws {OAuthError} access_denied */
export function refuseForeignForm(c: Context, issuer: string): void {
  const origin = c.req.header('origin');
  check(formFromOwnPage, origin === issuer, {
    expected: issuer,
    received: origin ?? 'no Origin header',
  });
}
