/** Bearer tokens, RFC 6750. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bearerChallenge,
  formatBearer,
  isOfResource,
  parseBearer,
  parseBearerChallenge,
} from '../src/bearer.ts';

test('the scheme is case-insensitive, the token is not', () => {
  assert.equal(parseBearer(formatBearer('mF_9.B5f-4.1JqM')), 'mF_9.B5f-4.1JqM');
  assert.equal(parseBearer('bEaReR aB=='), 'aB==');
});

test('no header, or another scheme, is no token; Bearer without a token is an empty one', () => {
  assert.equal(parseBearer(undefined), undefined);
  assert.equal(parseBearer('Basic abc'), undefined);
  assert.equal(parseBearer('Bearertoken'), undefined);
  for (const header of [
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer "a"',
    'Bearer a,Bearer b',
  ]) {
    assert.equal(parseBearer(header), '', header);
  }
});

test('a challenge can be written and read (section 3)', () => {
  assert.equal(bearerChallenge({}), 'Bearer');
  const header = bearerChallenge({ realm: 'mail', error: undefined, scope: 'a b' });
  assert.equal(header, 'Bearer realm="mail", scope="a b"');
  assert.deepEqual(parseBearerChallenge(header), { realm: 'mail', scope: 'a b' });
  assert.equal(parseBearerChallenge('Basic realm="x"'), undefined);
  assert.equal(parseBearerChallenge(null), undefined);
});

test('an address is of a resource where it is its identifier, or below it', () => {
  const resource = 'https://api.example/business/contacts';
  const isOurs = (address: string) => isOfResource(new URL(address), resource);
  for (const rest of ['', '?limit=20', '/', '/con_1', '/con_1?a=/../..']) {
    assert.ok(isOurs(resource + rest), rest);
  }
  for (const rest of ['-2', '@evil.example', '/..', '/../payments', '/%2e%2E/payments']) {
    assert.ok(!isOurs(resource + rest), rest);
  }
  for (const other of [
    'https://api.example/business',
    'http://api.example/business/contacts',
    'https://api.example:8443/business/contacts',
    'https://api.example.evil.example/business/contacts',
    'https://api.example@evil.example/business/contacts',
  ]) {
    assert.ok(!isOurs(other), other);
  }
});
