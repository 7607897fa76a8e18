/**
 * A program of somebody else that registers itself, and signs who it is: what
 * it sends, played by a test.
 */
import {
  clientAssertionType,
  signClientAssertion,
} from '@four-roles/protocol/client-assertion';
import { systemClock } from '@four-roles/protocol/clock';
import {
  generatePrivateJwk,
  loadSigningKey,
  type PrivateJwk,
} from '@four-roles/protocol/signing-key';

/** Its name in the inspector. */
const agent = 'Astrolabe/1';

export type SigningMachine = {
  client_id: string;
  registration_access_token: string;
  registration_client_uri: string;
  privateJwk: PrivateJwk;
};

async function sendJson(method: string, url: string, bearer: string, body?: object) {
  const response = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`,
      'Content-Type': 'application/json',
      'User-Agent': agent,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

const metadata = {
  client_name: 'Astrolabe',
  client_uri: 'https://astrolabe.example/',
  grant_types: ['client_credentials'],
  scope: 'contacts.read',
  token_endpoint_auth_method: 'private_key_jwt',
};

/** With a token that a person made in the console. */
export async function registerItself(
  accounts: string,
  initialAccessToken: string,
): Promise<SigningMachine> {
  const privateJwk = await generatePrivateJwk();
  const jwks = { keys: [loadSigningKey(privateJwk).publicJwk] };
  const url = `${accounts}/register`;
  const { status, body } = await sendJson('POST', url, initialAccessToken, {
    ...metadata,
    jwks,
  });
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { ...body, privateJwk };
}

/** Read and replace what it said of itself, and leave: RFC 7592. */
export async function manageItself(machine: SigningMachine, jwks: object): Promise<void> {
  const { registration_client_uri: url, registration_access_token: token } = machine;
  const { client_id } = machine;
  await sendJson('GET', url, token);
  await sendJson('PUT', url, token, { ...metadata, client_id, jwks });
  await sendJson('DELETE', url, token);
}

/** @returns the assertion that it sent, and the answer */
export async function askByAssertion(accounts: string, machine: SigningMachine) {
  const key = loadSigningKey(machine.privateJwk);
  const { client_id } = machine;
  const client_assertion = signClientAssertion(client_id, accounts, key, systemClock);
  const response = await fetch(`${accounts}/token`, {
    method: 'POST',
    headers: { 'User-Agent': agent },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'contacts.read',
      client_assertion_type: clientAssertionType,
      client_assertion,
    }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return { status: response.status, client_assertion, access_token };
}
