/** Parameters, RFC 6749 section 3.1. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parametersNotRepeated, readParameters } from '../src/parameters.ts';
import { provesRule } from '../src/proves-rule.ts';

test('a parameter without a value counts as omitted', () => {
  assert.equal(readParameters(new URLSearchParams('scope=')).get('scope'), undefined);
});

test('RFC 8707 lets resource be sent more than once', () => {
  const sent = new URLSearchParams('resource=a&resource=b');
  assert.deepEqual(readParameters(sent, ['resource']).getAll('resource'), ['a', 'b']);
});

provesRule(parametersNotRepeated, async () => {
  const twice = () => readParameters(new URLSearchParams('code=a&code=b'));
  assert.throws(twice, { error: 'invalid_request' });
});

test('names that every object has are not parameters that were sent', () => {
  const parameters = readParameters(new URLSearchParams('__proto__=x&constructor=y'));
  assert.equal(parameters.get('toString'), undefined);
  assert.equal(parameters.get('__proto__'), 'x');
});
