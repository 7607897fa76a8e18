/** Signed tokens: RFC 7519, RFC 8725, RFC 9068 and OpenID Connect Core. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { type CryptoKey, importJWK, jwtVerify } from 'jose';
import {
  type AccessTokenClaims,
  hasAccessTokenClaims,
  signAccessToken,
} from '../src/access-token.ts';
import { accessTokenHash, signIdToken } from '../src/id-token.ts';
import { decodeUnverified, isSignedBy } from '../src/jwt.ts';
import { generatePrivateJwk, loadSigningKey } from '../src/signing-key.ts';

const key = loadSigningKey(await generatePrivateJwk());
const publicKey = (await importJWK(key.publicJwk)) as CryptoKey;
const now = Math.floor(Date.now() / 1000);
const claims: AccessTokenClaims = {
  iss: 'http://localhost:9001',
  sub: 'acct_ada',
  aud: 'http://localhost:9002/user',
  client_id: 'briefing',
  scope: 'openid',
  jti: 'a.b',
  iat: now,
  exp: now + 600,
};
const token = signAccessToken(claims, key);
const base64url = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

test('an independent library accepts what we sign', async () => {
  const verified = await jwtVerify(token, publicKey, {
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  assert.deepEqual(verified.payload, claims);
  assert.deepEqual(verified.protectedHeader, {
    alg: 'ES256',
    typ: 'at+jwt',
    kid: key.kid,
  });
});

test('a header whose typ, alg or kid is no string makes no JWT', () => {
  const payload = base64url(claims);
  for (const name of ['typ', 'alg', 'kid']) {
    for (const value of [1, {}, [], null, true]) {
      const header = base64url({ alg: 'ES256', [name]: value });
      assert.equal(decodeUnverified(`${header}.${payload}.x`), undefined, name);
    }
  }
  assert.ok(decodeUnverified(`${base64url({ alg: 'ES256' })}.${payload}.x`));
});

test('the published key has no private part', () => {
  assert.deepEqual(Object.keys(key.publicJwk).sort(), [
    'alg',
    'crv',
    'kid',
    'kty',
    'use',
    'x',
    'y',
  ]);
});

test('a token is signed by its key, and by no other', async () => {
  const other = loadSigningKey(await generatePrivateJwk());
  assert.equal(await isSignedBy(token, publicKey), true);
  assert.equal(await isSignedBy(signAccessToken(claims, other), publicKey), false);
});

test('a changed claim, a cut signature, a swapped header are no signatures', async () => {
  const [header, payload, signature] = token.split('.');
  const changed = base64url({ ...claims, sub: 'acct_grace' });
  for (const forged of [
    `${header}.${changed}.${signature}`,
    `${header}.${payload}.`,
    `${header}.${payload}.${signature!.slice(0, -4)}`,
    `${base64url({ alg: 'none' })}.${payload}.`,
    `${base64url({ alg: 'ES256', jwk: key.publicJwk })}.${payload}.${signature}`,
    '',
    'a.b',
    'a.b.c.d.e',
  ]) {
    assert.equal(await isSignedBy(forged, publicKey), false, forged);
  }
});

test('HS256 with the public key as its secret is refused (RFC 8725 section 2.1)', async () => {
  const input = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${base64url(claims)}`;
  for (const secret of [JSON.stringify(key.publicJwk), key.publicJwk.x!]) {
    const mac = createHmac('sha256', secret).update(input).digest('base64url');
    assert.equal(await isSignedBy(`${input}.${mac}`, publicKey), false);
  }
});

test('what is no JWT cannot be taken apart', () => {
  assert.deepEqual(decodeUnverified(token)?.claims, claims);
  for (const rubbish of ['', 'a', 'a.b.c', `${base64url({})}.${base64url([])}.x`]) {
    assert.equal(decodeUnverified(rubbish), undefined, rubbish);
  }
});

test('each claim that RFC 9068 section 2.2 requires is required', () => {
  assert.ok(hasAccessTokenClaims(claims));
  for (const name of ['iss', 'sub', 'aud', 'client_id', 'jti', 'iat', 'exp']) {
    assert.ok(!hasAccessTokenClaims({ ...claims, [name]: undefined }), name);
    assert.ok(!hasAccessTokenClaims({ ...claims, [name]: ['x'] }), name);
  }
});

test('at_hash is the left half of the SHA-256 (OpenID Connect Core section 3.1.3.6)', () => {
  // The example of OpenID Connect Core, Appendix A.3.
  assert.equal(
    accessTokenHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y'),
    '77QmUPtjPfzWtF2AnpK9RQ',
  );
});

test('an ID token says JWT, so no API takes it for an access token', () => {
  const { iss, sub, iat, exp } = claims;
  const id = signIdToken(
    { iss, sub, aud: 'briefing', iat, exp, auth_time: iat, at_hash: 'x' },
    key,
  );
  assert.equal(decodeUnverified(id)?.header.typ, 'JWT');
});
