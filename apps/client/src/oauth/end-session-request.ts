/**
 * GET /logout (at the authorization server, by way of the browser)
 *
 * "This person may want to sign out of Acorn too." It carries no ID token, so
 * that none is in an address: the server asks the person instead.
 *
 * ```http
 * GET /logout?client_id=briefing&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A9000%2F HTTP/1.1
 * Host: localhost:9001
 * ```
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
import { clientCredentials, postLogoutRedirectUri } from '../registration.ts';

export function endSessionRequestUrl(endSessionEndpoint: string): string {
  const url = new URL(endSessionEndpoint);
  url.searchParams.set('client_id', clientCredentials().client_id);
  url.searchParams.set('post_logout_redirect_uri', postLogoutRedirectUri);
  return url.href;
}
