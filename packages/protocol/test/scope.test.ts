/** Scope, RFC 6749 section 3.3. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatScope, isScope, isSubset, parseScope } from '../src/scope.ts';

test('a scope is scope tokens with one space between', () => {
  for (const scope of ['openid', 'openid profile', 'https://a.example/x!', '#[]~']) {
    assert.ok(isScope(scope), scope);
  }
  for (const scope of [
    '',
    ' openid',
    'openid ',
    'a  b',
    'a\tb',
    'a"b',
    'a\\b',
    'ä',
    'a\n',
  ]) {
    assert.ok(!isScope(scope), JSON.stringify(scope));
  }
});

test('order and repetition do not matter', () => {
  assert.deepEqual(parseScope('b a b'), ['b', 'a']);
  assert.deepEqual(parseScope(undefined), []);
  assert.equal(formatScope(['b', 'a']), 'b a');
  assert.ok(isSubset(['a', 'b'], ['b', 'a']));
  assert.ok(!isSubset(['a', 'c'], ['a', 'b']));
  assert.ok(!isSubset(['Mail.read'], ['mail.read']));
});
