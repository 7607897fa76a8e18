/** Random values, hashes, comparison, and what is on loopback. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constantTimeEqual } from '../src/constant-time-equal.ts';
import { sha256 } from '../src/hash.ts';
import { isLoopback } from '../src/loopback.ts';
import { randomValue } from '../src/random-value.ts';

test('a random value is 43 characters that need no encoding, and never the same', () => {
  const values = new Set(Array.from({ length: 1000 }, randomValue));
  assert.equal(values.size, 1000);
  for (const value of values) assert.match(value, /^[A-Za-z0-9_-]{43}$/);
});

test('SHA-256 of "abc" (FIPS 180-4)', () => {
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  assert.equal(Buffer.from(sha256('abc'), 'base64url').toString('hex'), expected);
});

test('only equal strings are equal, whatever their length', () => {
  assert.ok(constantTimeEqual('secret', 'secret'));
  for (const other of ['', 'secre', 'secret\0', 'secret ', 'Secret']) {
    assert.ok(!constantTimeEqual('secret', other), JSON.stringify(other));
  }
});

test('loopback is localhost, 127.0.0.0/8 and ::1, and nothing that looks like it', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
    assert.ok(isLoopback(new URL(`http://${host}:1/`)), host);
  }
  for (const host of [
    'localhost.example',
    '127.0.0.1.example',
    '128.0.0.1',
    '[::2]',
    'a.localhost.b',
  ]) {
    assert.ok(!isLoopback(new URL(`http://${host}/`)), host);
  }
});
