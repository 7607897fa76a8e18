/**
 * What the server says of itself: RFC 8414, RFC 7517, and CORS.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issuer, startServer } from './server.ts';

const { send, key } = await startServer();

test('both well-known addresses give the same metadata (RFC 8414 section 3)', async () => {
  const oauth = await (await send('/.well-known/oauth-authorization-server')).json();
  const openid = await (await send('/.well-known/openid-configuration')).json();
  assert.deepEqual(oauth, openid);
  assert.equal(oauth.issuer, issuer);
  assert.equal(oauth.userinfo_endpoint, 'http://localhost:9002/user/userinfo');
  assert.deepEqual(oauth.code_challenge_methods_supported, ['S256']);
  assert.equal(oauth.authorization_response_iss_parameter_supported, true);
});

test('the metadata says how clients authenticate, and how they sign (RFC 8414 section 2)', async () => {
  const metadata = await (await send('/.well-known/oauth-authorization-server')).json();
  const proofs = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];
  for (const [endpoint, methods] of [
    ['token', [...proofs, 'none']],
    ['introspection', proofs],
    ['revocation', [...proofs, 'none']],
  ] as const) {
    assert.deepEqual(metadata[`${endpoint}_endpoint_auth_methods_supported`], methods);
    const algorithms = metadata[`${endpoint}_endpoint_auth_signing_alg_values_supported`];
    assert.deepEqual(algorithms, ['ES256']);
  }
});

test('every endpoint that the metadata names is there, and no grant type is missing', async () => {
  const metadata = await (await send('/.well-known/oauth-authorization-server')).json();
  for (const [name, address] of Object.entries(metadata)) {
    if (!name.endsWith('_endpoint') || name === 'userinfo_endpoint') continue;
    const path = new URL(String(address)).pathname;
    const response = await send(path, { method: 'POST' });
    assert.notEqual(response.status, 404, path);
  }
});

test('the key set holds public keys only (RFC 7517 section 5)', async () => {
  const { keys } = await (await send('/jwks')).json();
  assert.deepEqual(keys, [key.publicJwk]);
  assert.equal(keys[0]?.d, undefined);
});

test('a page of another origin may read the metadata and call the token endpoint', async () => {
  const headers = {
    origin: 'https://spa.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  for (const path of ['/token', '/revoke']) {
    const preflight = await send(path, { method: 'OPTIONS', headers });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.equal(preflight.headers.get('access-control-allow-headers'), 'authorization');
    assert.equal(preflight.headers.get('access-control-allow-credentials'), null);
  }
  for (const path of ['/jwks', '/.well-known/oauth-authorization-server']) {
    const response = await send(path, { headers });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  }
  for (const path of [
    '/authorize',
    '/login',
    '/consent',
    '/logout',
    '/account',
    '/introspect',
  ]) {
    const preflight = await send(path, { method: 'OPTIONS', headers });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null, path);
  }
});

test('such a page reads why it was refused, and after how long it may ask again', async () => {
  const headers = { origin: 'https://spa.example' };
  for (const [path, method] of [
    ['/register', 'POST'],
    ['/token', 'GET'],
  ] as const) {
    const refusal = await send(path, { method, headers });
    const readable = refusal.headers.get('access-control-expose-headers') ?? '';
    for (const name of ['WWW-Authenticate', 'Retry-After', 'Allow']) {
      assert.ok(readable.split(', ').includes(name), `${path}: ${name}`);
    }
  }
});
