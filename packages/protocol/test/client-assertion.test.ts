/** Client assertions: RFC 7523 and OpenID Connect Core section 9. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CryptoKey, importJWK, jwtVerify } from 'jose';
import { clientAssertionType, signClientAssertion } from '../src/client-assertion.ts';
import { manualClock } from '../src/clock.ts';
import { decodeUnverified, isSignedBy } from '../src/jwt.ts';
import { generatePrivateJwk, loadSigningKey } from '../src/signing-key.ts';

const key = loadSigningKey(await generatePrivateJwk());
const clock = manualClock(Date.UTC(2026, 0, 1));
const issuer = 'http://localhost:9001';
const sign = () => signClientAssertion('nightly', issuer, key, clock);

test('the type is the one of RFC 7523 section 2.2', () => {
  assert.equal(
    clientAssertionType,
    'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  );
});

test('an independent library accepts what a client signs, for this audience only', async () => {
  const publicKey = await importJWK(key.publicJwk, 'ES256');
  const expected = { issuer: 'nightly', subject: 'nightly', algorithms: ['ES256'] };
  const currentDate = new Date(clock.now());
  const judge = (audience: string) =>
    jwtVerify(sign(), publicKey, { ...expected, audience, currentDate });
  await judge(issuer);
  await assert.rejects(judge('https://other.example'));
});

test('it says everything that section 3 asks for, and lives for a minute', () => {
  const { header, claims } = decodeUnverified(sign())!;
  assert.deepEqual(header, { alg: 'ES256', typ: 'JWT', kid: key.kid });
  const { jti, ...rest } = claims;
  const now = clock.now() / 1000;
  assert.deepEqual(rest, {
    iss: 'nightly',
    sub: 'nightly',
    aud: issuer,
    iat: now,
    exp: now + 60,
  });
  assert.match(String(jti), /^[\w-]{43}$/);
});

test('no two are the same', () => {
  const names = Array.from({ length: 100 }, () => decodeUnverified(sign())?.claims.jti);
  assert.equal(new Set(names).size, 100);
});

test('a signature with ES256 is verified: the example of RFC 7515 Appendix A.3', async () => {
  const publicKey = (await importJWK(
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    },
    'ES256',
  )) as CryptoKey;
  const signed = [
    'eyJhbGciOiJFUzI1NiJ9',
    'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
    'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
  ].join('.');
  assert.equal(await isSignedBy(signed, publicKey), true);
  assert.equal(await isSignedBy(sign(), publicKey), false);
});
