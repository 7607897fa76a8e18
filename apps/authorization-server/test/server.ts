/**
 * An authorization server of one's own, in this process: its own database in
 * memory, its own clock, and the people and clients that the tests need.
 */
import assert from 'node:assert/strict';
import { formatBasicCredentials } from '@four-roles/protocol/basic-credentials';
import { manualClock } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { codeChallengeS256 } from '@four-roles/protocol/pkce';
import { randomValue } from '@four-roles/protocol/random-value';
import type { TokenResponse } from '@four-roles/protocol/token-messages';
import { createApp } from '../src/app.ts';
import { hashPassword } from '../src/resource-owner/password.ts';
import { loadKeyRing } from '../src/signing-keys/key-ring.ts';
import type { NewClient } from '../src/storage/clients.ts';
import { openStorage } from '../src/storage/storage.ts';

export const issuer = 'http://localhost:9001';
export const user = 'http://localhost:9002/user';
export const contacts = 'http://localhost:9002/business/contacts';
export const callback = 'https://app.example/callback';
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const password = 'correct horse battery staple';
const passwordHash = await hashPassword(password);

const plain: Omit<NewClient, 'clientId'> = {
  clientName: 'The App',
  clientUri: 'https://app.example',
  secretHash: sha256('secret'),
  redirectUris: [callback],
  postLogoutRedirectUris: ['https://app.example/bye'],
  grantTypes: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'profile', 'mail.read'],
  isResourceServer: false,
};

export const publicClient = {
  tokenEndpointAuthMethod: 'none',
  secretHash: null,
} as const;

/** A response whose JSON is looked at as it comes: the assertions say what it should be. */
export interface Answer extends Response {
  // biome-ignore lint/suspicious/noExplicitAny: a schema here would test the schema
  json(): Promise<any>;
  clone(): Answer;
}

export type Tokens = Required<TokenResponse>;

/**
 * @param file where its database is; in memory, where no file is named
 * @param traceRules as in development: answers tell what the rules said
 */
export async function startServer(file = ':memory:', traceRules = false) {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  const storage = openStorage(file);
  const keys = await loadKeyRing(storage, clock);
  const secret = await storage.findOrKeepServerSecret(randomValue());
  const key = await keys.signing();
  const config = {
    issuer,
    port: 9001,
    onLoopback: true,
    authorityFile: undefined,
    resourceServer: 'http://localhost:9002',
    client: 'http://localhost:9000',
    databaseFile: file,
    clockFile: undefined,
    rulesOff: new Set<string>(),
    traceRules,
  };
  const app = await createApp(config, storage, clock, keys, secret);
  await storage.keepAccount({ subject: 'acct_ada', username: 'ada', passwordHash });
  await storage.keepAccount({ subject: 'acct_grace', username: 'grace', passwordHash });
  const clients: Partial<NewClient>[] = [
    { clientId: 'app' },
    { clientId: 'other', redirectUris: ['https://other.example/cb'] },
    { ...publicClient, clientId: 'native', redirectUris: ['http://127.0.0.1/cb'] },
    { clientId: 'two-uris', redirectUris: [callback, `${callback}/2`] },
    {
      clientId: 'machine',
      redirectUris: [],
      grantTypes: ['client_credentials'],
      scopes: ['contacts.read', 'payments.read', 'gateway.call'],
    },
    {
      clientId: 'machine-post',
      tokenEndpointAuthMethod: 'client_secret_post',
      grantTypes: ['client_credentials'],
      scopes: ['contacts.read'],
    },
    { clientId: 'apis', grantTypes: [], scopes: [], isResourceServer: true },
  ];
  for (const client of clients) {
    await storage.keepClient({ ...plain, clientId: '', ...client });
  }

  const send = async (path: string, init?: RequestInit): Promise<Answer> =>
    app.request(`${issuer}${path}`, init);

  /** POST a form, as a client does. */
  const post = (
    path: string,
    form: Record<string, string> | string[][],
    headers: Record<string, string> = {},
  ) => send(path, { method: 'POST', body: new URLSearchParams(form), headers });

  /** POST a form, as the browser does from a page of this server. */
  const submit = (path: string, form: Record<string, string> | string[][], cookie = '') =>
    post(path, form, { origin: issuer, cookie });

  /** Sign in; the answer is the cookie. */
  async function signIn(username = 'ada'): Promise<string> {
    const response = await submit('/login', { username, password });
    assert.equal(response.status, 303);
    return response.headers.get('set-cookie')!.split(';')[0]!;
  }

  /** Agree on the consent page, unless that is remembered; the answer is the redirect. */
  async function agree(
    cookie: string,
    query: URLSearchParams,
    scopes = ['profile', 'mail.read'],
  ): Promise<URL> {
    const asked = await send(`/authorize?${query}`, { headers: { cookie } });
    const form = consentForm(await asked.clone().text(), scopes);
    const response =
      asked.status === 303 ? asked : await submit('/consent', form, cookie);
    assert.equal(response.status, 303, await response.clone().text());
    return new URL(response.headers.get('location')!);
  }

  /** Sign in and agree; the answer is a code. */
  async function obtainCode(
    overrides: Record<string, string | undefined> = {},
  ): Promise<string> {
    const answer = await agree(await signIn(), authorizationRequest(overrides));
    return answer.searchParams.get('code')!;
  }

  async function obtainTokens(): Promise<Tokens> {
    const response = await post('/token', codeForm(await obtainCode()), basic('app'));
    assert.equal(response.status, 200, await response.clone().text());
    return response.json();
  }

  /** What the resource server is told of a token. */
  async function isActive(token: string): Promise<boolean> {
    return (await (await post('/introspect', { token }, basic('apis'))).json()).active;
  }

  return {
    ...{ app, storage, clock, keys, key, secret, send, post, submit, signIn, agree },
    ...{ obtainCode, obtainTokens, isActive },
  };
}

/** What a consent page would send, with these boxes ticked. */
export function consentForm(page: string, scopes: string[], decision = 'allow') {
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`)
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&');
  return [
    ['request', hidden('request') ?? ''],
    ['seal', hidden('seal') ?? ''],
    ...scopes.map((scope) => ['scope', scope]),
    ['decision', decision],
  ];
}

/** A good authorization request of the client `app`; `undefined` leaves a parameter out. */
export function authorizationRequest(
  overrides: Record<string, string | undefined> = {},
): URLSearchParams {
  const parameters = {
    response_type: 'code',
    client_id: 'app',
    redirect_uri: callback,
    scope: 'openid profile mail.read',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: codeChallengeS256(verifier),
    code_challenge_method: 'S256',
    resource: user,
    ...overrides,
  };
  return new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]),
  );
}

/** A good token request for a code. */
export function codeForm(code: string, overrides: Record<string, string> = {}) {
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    code_verifier: verifier,
    ...overrides,
  };
}

export function refreshForm(
  refresh_token: string,
  overrides: Record<string, string> = {},
) {
  return { grant_type: 'refresh_token', refresh_token, ...overrides };
}

/** The Authorization header of a client; the secret of every client here is `secret`. */
export function basic(client_id: string, client_secret = 'secret') {
  return { authorization: formatBasicCredentials({ client_id, client_secret }) };
}

/** Assert that a program was refused. */
export async function refused(
  response: Answer,
  status: number,
  error: string,
): Promise<void> {
  const body = await response.clone().text();
  assert.equal(response.status, status, body);
  const { error: code, error_description, error_uri } = JSON.parse(body);
  assert.equal(code, error);
  assert.match(error_description, /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  assert.match(error_uri ?? 'https://', /^https:\/\//);
  assert.equal(response.headers.get('cache-control'), 'no-store');
}

/** Assert that the client was told, through the browser. */
export function toldClient(response: Answer, error: string): void {
  assert.equal(response.status, 303);
  const location = new URL(response.headers.get('location')!, issuer);
  assert.equal(`${location.origin}${location.pathname}`, callback);
  assert.equal(location.searchParams.get('error'), error);
  assert.equal(location.searchParams.get('state'), 'the-state');
  assert.equal(location.searchParams.get('iss'), issuer);
  assert.equal(location.searchParams.get('code'), null);
}
