import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt } from '../src/explain/jwt.ts';

// RFC 7515, appendix A.1: its header has a line break, its payload too.
const fromTheSpecification =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

function jwt(header: object, claims: object, signature = 'c2ln'): string {
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

test('the example of RFC 7515 is taken apart', () => {
  const decoded = decodeJwt(fromTheSpecification);
  assert.deepEqual(decoded?.header, { typ: 'JWT', alg: 'HS256' });
  assert.deepEqual(decoded?.claims, {
    iss: 'joe',
    exp: 1300819380,
    'http://example.com/is_root': true,
  });
  assert.equal(decoded?.signature, 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  assert.equal(
    decoded?.signed,
    fromTheSpecification.slice(0, fromTheSpecification.lastIndexOf('.')),
  );
});

test('claims are read as UTF-8', () => {
  assert.equal(
    decodeJwt(jwt({ alg: 'ES256' }, { name: 'Zo\u00eb' }))?.claims.name,
    'Zo\u00eb',
  );
});

test('a token of alg none has no signature, and is a token', () => {
  assert.equal(decodeJwt(jwt({ alg: 'none' }, { sub: 'ada' }, ''))?.signature, '');
});

test('what is no token is not taken for one', () => {
  const header = 'eyJhbGciOiJFUzI1NiJ9';
  const list = Buffer.from('[1]').toString('base64url');
  for (const text of ['', 'a.b.c', `${header}.e30`, `${header}.${list}.x`, 'a.b.c.d.e']) {
    assert.equal(decodeJwt(text), undefined, text);
  }
});
