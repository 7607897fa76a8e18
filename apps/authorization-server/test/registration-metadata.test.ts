/** Metadata that is malformed, contradictory, or asks for too much. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { provesRule } from '@four-roles/protocol/proves-rule';
import * as keyRules from '../src/rules/client-keys.ts';
import * as rules from '../src/rules/client-metadata.ts';
import * as scopeRules from '../src/rules/client-scope.ts';
import { native, service, startRegistration, web } from './registration-world.ts';
import { refused } from './server.ts';

type World = Awaited<ReturnType<typeof startRegistration>>;

/** Each of these is refused, and nothing is stored. */
async function refusesAll(
  all: unknown[],
  { register, clientCount }: Pick<World, 'register' | 'clientCount'>,
): Promise<void> {
  const before = await clientCount();
  for (const metadata of all) {
    await refused(await register(metadata), 400, 'invalid_client_metadata');
  }
  assert.equal(await clientCount(), before);
}

async function refuses(...all: unknown[]): Promise<void> {
  await refusesAll(all, await startRegistration());
}

const keyPair = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
const key = { ...keyPair(), kid: 'one' };
const signing = { ...service, token_endpoint_auth_method: 'private_key_jwt' };

provesRule(rules.metadataIsJson, async () => {
  const { sendJson } = await startRegistration();
  const good = JSON.stringify(service);
  for (const [body, type] of [
    ...['', 'null', '[]', '"text"', '7', '{', `[${good}]`, '['.repeat(30_000)].map(
      (body) => [body, 'application/json'],
    ),
    ...['application/x-www-form-urlencoded', 'text/plain'].map((type) => [good, type]),
  ]) {
    const response = await sendJson('POST', '/register', 'initial', body, type);
    await refused(response, 400, 'invalid_client_metadata');
  }
});

provesRule(rules.metadataMembersWellFormed, () =>
  refuses(
    { ...service, client_name: 7 },
    { ...service, client_name: ['Harvest'] },
    { ...service, scope: ['contacts.read'] },
    { ...service, grant_types: 'client_credentials' },
    { ...service, grant_types: { 0: 'client_credentials' } },
    { ...web, redirect_uris: [7] },
    { ...web, redirect_uris: [['https://orchard.example/']] },
    { ...signing, jwks: [key] },
    { ...signing, jwks: { keys: key } },
    { ...signing, jwks: { keys: [[]] } },
    { ...signing, jwks: { keys: [{ ...key, x: 7 }] } },
    `{"client_name":${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}}`,
  ),
);

test('a body of ten megabytes is not read', async () => {
  const { register, clientCount } = await startRegistration();
  const before = await clientCount();
  const response = await register({ ...service, padding: 'x'.repeat(10_000_000) });
  await refused(response, 413, 'payload_too_large');
  assert.equal(await clientCount(), before);
});

test('what nobody knows is ignored (section 2), and nobody\u2019s prototype is changed', async () => {
  const { sendJson } = await startRegistration();
  const body = JSON.stringify(service).replace(
    /}$/,
    ',"__proto__":{"scope":"openid","polluted":1},"constructor":{"prototype":1},"logo_uri":7}',
  );
  const response = await sendJson('POST', '/register', 'initial', body);
  assert.equal(response.status, 201);
  const made = await response.json();
  assert.equal(made.scope, service.scope);
  assert.equal(made.logo_uri, undefined);
  assert.equal(({} as { polluted?: number }).polluted, undefined);
});

provesRule(rules.applicationTypeKnown, () => refuses({ ...web, application_type: 'tv' }));

provesRule(rules.grantTypesFitType, () =>
  refuses(
    { ...web, grant_types: ['authorization_code', 'client_credentials'] },
    { ...web, grant_types: ['refresh_token'] },
    { ...web, grant_types: ['authorization_code', 'password'] },
    { ...native, grant_types: ['client_credentials', 'authorization_code'] },
    { ...web, grant_types: [], response_types: [] },
  ),
);

provesRule(rules.responseTypesFitGrantTypes, () =>
  refuses(
    { ...web, response_types: ['token'] },
    { ...web, response_types: ['code', 'id_token'] },
    { ...web, response_types: [] },
    { ...service, response_types: ['code'] },
  ),
);

provesRule(rules.authMethodKnown, () =>
  refuses({ ...web, token_endpoint_auth_method: 'tls_client_auth' }),
);

provesRule(rules.authMethodOfPublicClient, () =>
  refuses(
    { ...native, token_endpoint_auth_method: 'client_secret_basic' },
    {
      ...web,
      application_type: 'browser',
      token_endpoint_auth_method: 'client_secret_post',
    },
  ),
);

provesRule(rules.authMethodOfService, () =>
  refuses({ ...service, token_endpoint_auth_method: 'none' }),
);

test('a service may sign instead of showing a secret: its public key is registered', async () => {
  const { registered } = await startRegistration();
  const made = await registered({ ...signing, jwks: { keys: [{ ...key, use: 'sig' }] } });
  assert.deepEqual(made.jwks, { keys: [{ ...key, use: 'sig' }] });
  assert.equal(made.client_secret, undefined);
});

provesRule(keyRules.keysFitAuthMethod, () =>
  refuses(
    signing,
    { ...signing, jwks: { keys: [key] }, jwks_uri: 'https://harvest.example/jwks' },
    { ...service, jwks: { keys: [key] } },
    { ...service, jwks_uri: 'https://harvest.example/jwks' },
  ),
);

provesRule(keyRules.keysArePublic, async () => {
  const world = await startRegistration();
  const d = 'a-private-number-that-nobody-may-see';
  await refusesAll([{ ...signing, jwks: { keys: [{ ...key, d }] } }], world);
  const shared = { kty: 'oct', k: d };
  const response = await world.register({ ...signing, jwks: { keys: [shared] } });
  assert.ok(!(await response.text()).includes(d));
});

provesRule(keyRules.keysFew, () =>
  refuses(
    { ...signing, jwks: { keys: [] } },
    {
      ...signing,
      jwks: { keys: Array.from({ length: 6 }, (_, n) => ({ ...key, kid: `${n}` })) },
    },
  ),
);

provesRule(keyRules.keysUsable, () =>
  refuses(
    ...[
      { ...keyPair('P-384'), kid: 'one' },
      { ...key, x: key.y },
      { ...key, x: 'AAAA' },
      { ...key, alg: 'HS256' },
      { ...key, use: 'enc' },
      { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
    ].map((one) => ({ ...signing, jwks: { keys: [one] } })),
  ),
);

provesRule(keyRules.keysNamed, () =>
  refuses(
    { ...signing, jwks: { keys: [key, keyPair()] } },
    { ...signing, jwks: { keys: [key, { ...keyPair(), kid: 'one' }] } },
    { ...signing, jwks: { keys: [{ ...key, kid: 'k'.repeat(101) }] } },
  ),
);

provesRule(keyRules.jwksUriProtected, () =>
  refuses(
    ...[
      'http://harvest.example/jwks',
      'https://a:b@harvest.example/jwks',
      'file:///etc/passwd',
      'javascript:alert(1)',
      `https://harvest.example/${'x'.repeat(2000)}`,
    ].map((jwks_uri) => ({ ...signing, jwks_uri })),
  ),
);

test('where the server runs on this machine, so may the key set of a client', async () => {
  const { registered } = await startRegistration();
  const jwks_uri = 'http://localhost:9003/jwks';
  assert.equal((await registered({ ...signing, jwks_uri })).jwks_uri, jwks_uri);
});

provesRule(scopeRules.scopeRegistered, () =>
  refuses({ ...service, scope: undefined }, { ...service, scope: ' ' }),
);

provesRule(scopeRules.scopesFew, async () => {
  const scope = Array.from({ length: 1000 }, (_, n) => `contacts.${n}`).join(' ');
  const { register } = await startRegistration();
  const response = await register({ ...service, scope });
  await refused(response, 400, 'invalid_client_metadata');
  const { error_description } = await response.json();
  assert.match(error_description, /scopes-few/);
});

provesRule(scopeRules.scopesKnown, async () => {
  const world = await startRegistration();
  await world.makeToken('generous', 5, { scopes: ['contacts.read', 'admin'] });
  const register: World['register'] = (metadata) => world.register(metadata, 'generous');
  await refusesAll([{ ...service, scope: 'contacts.read admin' }], {
    ...world,
    register,
  });
});

provesRule(scopeRules.scopesMayBeGiven, async () => {
  const world = await startRegistration();
  await world.makeToken('narrow', 5, { scopes: ['contacts.read'] });
  const register: World['register'] = (metadata) => world.register(metadata, 'narrow');
  await refusesAll([{ ...service, scope: 'contacts.read payments.create' }], {
    ...world,
    register,
  });
});
