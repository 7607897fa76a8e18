import { check } from '@four-roles/protocol/rule';
import { origin } from '../config.ts';
import { postFromThisSite } from '../rules/session.ts';

/**
 * Was a request that changes something sent by a page of this app? The browser
 * says so in headers that no page can set.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 * @throws {OAuthError} access_denied
 */
export function checkSameSite(request: Request): void {
  const site = request.headers.get('Sec-Fetch-Site');
  const from = request.headers.get('Origin');
  check(postFromThisSite, from === origin && (site ?? 'same-origin') === 'same-origin', {
    expected: `Origin ${origin}`,
    received: `Origin ${from ?? 'absent'}, Sec-Fetch-Site ${site ?? 'absent'}`,
  });
}
