/**
 * What every authorization server and every API in this benchmark is asked
 * for: the same clients, scopes and resources as in the demo.
 */
import { ada } from '@four-roles/launcher/people';

export const workerClient = {
  client_id: 'nightly',
  scope: 'contacts.read',
  resource: 'http://localhost:9002/business/contacts',
};

export const webClient = {
  client_id: 'briefing',
  redirect_uri: 'http://localhost:9000/callback',
  scope: 'openid profile email mail.read',
  resource: 'http://localhost:9002/user',
};

/** The person who is signed in. */
export const person = { ...ada, sub: 'acct_7Q2mZk4TnW' };

/** Seconds that an access token lives. */
export const accessTokenLifetime = 600;

/**
 * The headers and the body of a form that an authenticated client posts.
 *
 * @param authorization the header; a client that signs has none
 */
export function form(
  authorization: string | undefined,
  parameters: Record<string, string>,
) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    method: 'POST',
    headers: authorization === undefined ? type : { ...type, authorization },
    body: new URLSearchParams(parameters).toString(),
  };
}
