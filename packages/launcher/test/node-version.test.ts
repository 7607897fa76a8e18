import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNodeVersion } from '../src/node-version.ts';

test('another Node.js than the one that the project brings is named', () => {
  assert.doesNotThrow(() => checkNodeVersion());
  assert.throws(() => checkNodeVersion('20.20.2'), /This is Node\.js 20\.20\.2/);
});
