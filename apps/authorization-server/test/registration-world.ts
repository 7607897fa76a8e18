/**
 * An authorization server at which programs register themselves: with a token
 * that Ada made, and metadata that is good until a test changes it.
 */
import assert from 'node:assert/strict';
import type {
  ClientInformationResponse,
  ClientMetadata,
} from '@four-roles/protocol/client-registration-messages';
import { seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { type Answer, basic, startServer } from './server.ts';

export const web: ClientMetadata = {
  client_name: 'Orchard',
  client_uri: 'https://orchard.example/',
  redirect_uris: ['https://orchard.example/callback'],
  scope: 'openid profile',
};

export const service: ClientMetadata = {
  client_name: 'Harvest',
  client_uri: 'https://harvest.example/',
  grant_types: ['client_credentials'],
  scope: 'contacts.read contacts.write',
};

export const native: ClientMetadata = {
  ...web,
  application_type: 'native',
  redirect_uris: ['http://127.0.0.1/callback'],
};

const everyScope = [
  ...['openid', 'profile', 'email', 'mail.read', 'mail.send'],
  ...['contacts.read', 'contacts.write', 'payments.read', 'payments.create'],
];

/** What the registration endpoint answered, with a secret where one was issued. */
export type Registered = ClientInformationResponse & { client_secret: string };

export async function startRegistration() {
  const server = await startServer();
  const { send, storage, clock } = server;
  await makeToken('initial', 100);
  await makeToken('of-grace', 100, { owner: 'acct_grace' });

  /** An initial access token, of Ada's unless it is said whose. */
  async function makeToken(
    token: string,
    registrationsLeft: number,
    { owner = 'acct_ada', scopes = everyScope, lifetime = 3600 } = {},
  ): Promise<void> {
    const now = seconds(clock);
    await storage.keepInitialAccessToken({
      tokenHash: sha256(token),
      ...{ owner, scopes, registrationsLeft, createdAt: now, expiresAt: now + lifetime },
    });
  }

  /** Send JSON, or a text that may be something else, with a bearer token. */
  const sendJson = (
    method: string,
    path: string,
    token: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<Answer> =>
    send(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });

  const register = (metadata: unknown, token = 'initial') =>
    sendJson('POST', '/register', token, metadata);

  /** Register, and expect that it works. */
  async function registered(metadata: unknown): Promise<Registered> {
    const response = await register(metadata);
    assert.equal(response.status, 201, await response.clone().text());
    return response.json();
  }

  /** How many clients there are. */
  const clientCount = async () =>
    (await storage.listNamesOfOthers({ owner: null })).length;

  return { ...server, makeToken, sendJson, register, registered, clientCount };
}

export const pathOf = ({ client_id }: Registered) => `/register/${client_id}`;

/** A service that is registered, and ways to ask about it as itself. */
export async function startRegistered() {
  const world = await startRegistration();
  const made = await world.registered(service);
  const { registration_access_token: own } = made;
  const ask = (method: string, body?: unknown, path = '') =>
    world.sendJson(method, `${pathOf(made)}${path}`, own, body);
  const update = (changes: Record<string, unknown>) =>
    ask('PUT', { client_id: made.client_id, ...service, ...changes });
  const form = { grant_type: 'client_credentials', scope: 'contacts.read' };
  const tokenRequest = (secret = made.client_secret) =>
    world.post('/token', form, basic(made.client_id, secret));
  return { ...world, made, ask, update, tokenRequest };
}
