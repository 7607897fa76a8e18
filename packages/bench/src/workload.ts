/**
 * What every authorization server and every API in this benchmark is asked
 * for: the same clients, scopes and resources as in the demo.
 */
export const workerClient = {
  client_id: 'nightly',
  scope: 'contacts.read',
  resource: 'http://localhost:9002/business',
};

export const webClient = {
  client_id: 'briefing',
  redirect_uri: 'http://localhost:9000/callback',
  scope: 'openid profile email mail.read',
  resource: 'http://localhost:9002/user',
};

/** The person who is signed in. */
export const person = {
  sub: 'acct_7Q2mZk4TnW',
  username: 'ada',
  password: 'note-g-1843',
};

/** Seconds that an access token lives. */
export const accessTokenLifetime = 600;

/** The value of an Authorization header. @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
export function basic(clientId: string, clientSecret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}

/** The headers and the body of a form that an authenticated client posts. */
export function form(authorization: string, parameters: Record<string, string>) {
  return {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString(),
  };
}
