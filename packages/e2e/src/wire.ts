/**
 * Messages that no browser sends: those of a server, an attacker or a script.
 */
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import type { IntrospectionResponse } from '@four-roles/protocol/token-messages';
import type { Exchange } from './back-channel.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Sign in at Acorn and take back everything that Briefing was allowed. */
export async function disconnectBriefing(
  { accounts }: Pick<World, 'accounts'>,
  { username, password }: Person,
): Promise<void> {
  const post = (path: string, form: Record<string, string>, cookie = '') =>
    fetch(`${accounts}${path}`, {
      method: 'POST',
      headers: { Origin: accounts, Cookie: cookie },
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
  const signedIn = await post('/login', { username, password, request: '' });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${username} could not sign in: ${signedIn.status}`);
  await post('/account/disconnect', { client_id: 'briefing' }, cookie);
}

/** POST a form as a client that authenticates itself. */
export async function postAs(
  client: ClientCredentials,
  url: string,
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: formatBasicCredentials(client) },
    body: new URLSearchParams(form),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

/** Is it a token that would be accepted? Asked as the resource server asks. */
export async function isActive(world: World, token: string): Promise<boolean> {
  const resourceServer = world.credentialsOf('acorn-apis');
  const { body } = await postAs(resourceServer, `${world.accounts}/introspect`, {
    token,
  });
  return (body as IntrospectionResponse).active;
}

/** Send what was sent before, once more. */
export async function replay(world: World, { path, headers, body }: Exchange) {
  const { authorization = '', 'content-type': type = '' } = headers;
  const response = await fetch(`${world.accounts}${path}`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': type },
    body,
  });
  return { status: response.status, body: await response.json() };
}

export type Tokens = { access_token: string; refresh_token: string; id_token: string };

/** Every request of a grant type at the token endpoint. */
export function tokenRequests({ backChannel }: World, grantType: string): Exchange[] {
  return backChannel.exchanges.filter(
    ({ path, body }) =>
      path === '/token' && new URLSearchParams(body).get('grant_type') === grantType,
  );
}

export function lastTokenRequest(world: World, grantType: string): Exchange {
  const last = tokenRequests(world, grantType).at(-1);
  if (!last) throw new Error(`nobody sent a token request with ${grantType}`);
  return last;
}

/** The tokens that came last for a grant type, as they crossed the wire. */
export function lastTokens(world: World, grantType: string): Tokens {
  return JSON.parse(lastTokenRequest(world, grantType).answer);
}
