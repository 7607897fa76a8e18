/**
 * A client that signs who it is, and whoever would like to be taken for it.
 */
import { sign } from 'node:crypto';
import { clientAssertionType } from '@four-roles/protocol/client-assertion';
import { randomValue } from '@four-roles/protocol/random-value';
import {
  generatePrivateJwk,
  loadSigningKey,
  type SigningKey,
} from '@four-roles/protocol/signing-key';
import type { NewClient } from '../src/storage/clients.ts';
import { issuer, startServer } from './server.ts';

export const machineRequest = {
  grant_type: 'client_credentials',
  scope: 'contacts.read',
};

export const newKey = async () => loadSigningKey(await generatePrivateJwk());

export const key = await newKey();

const encode = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT with whatever header and claims; what is `undefined` is left out. */
export function signed(header: object, claims: object, by: SigningKey = key): string {
  const input = `${encode(header)}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(input), {
    key: by.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${input}.${signature.toString('base64url')}`;
}

export const goodHeader = { alg: 'ES256', typ: 'JWT', kid: key.kid };

/** The form parameters that carry an assertion. */
export function carrying(client_assertion: string) {
  return { client_assertion_type: clientAssertionType, client_assertion };
}

/** A server that knows the client `signer`, which registered the public half of `key`. */
export async function startWithSigner(changes: Partial<NewClient> = {}) {
  const server = await startServer();
  const machine = (await server.storage.findClient('machine'))!;
  await server.storage.keepClient({
    ...machine,
    clientId: 'signer',
    tokenEndpointAuthMethod: 'private_key_jwt',
    secretHash: null,
    jwks: { keys: [key.publicJwk] },
    ...changes,
  });

  /** Good claims of this moment; `undefined` leaves a claim out. */
  function claims(overrides: Record<string, unknown> = {}) {
    const now = server.clock.now() / 1000;
    const good = { iss: 'signer', sub: 'signer', aud: issuer, iat: now, exp: now + 60 };
    return { ...good, jti: randomValue(), ...overrides };
  }

  const assertion = (overrides?: Record<string, unknown>) =>
    signed(goodHeader, claims(overrides));

  /** Ask for a token with this assertion. */
  const ask = (jwt: string, form: Record<string, string> = {}) =>
    server.post('/token', { ...machineRequest, ...carrying(jwt), ...form });

  return { ...server, claims, assertion, ask };
}
