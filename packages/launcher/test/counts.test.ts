import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countBrowserTests, countNodeTests } from '../src/counts.ts';

test('adds up the summaries of several node --test runs, coloured or prefixed or not', () => {
  const output = [
    'ℹ tests 13',
    'ℹ pass 12',
    'ℹ fail 1',
    'ℹ cancelled 0',
    '\u001b[34mℹ pass 30\u001b[39m',
    '@four-roles/protocol:test: ℹ pass 7',
    '# pass 2',
    '# cancelled 1',
    '✔ a title that ends with pass 100',
  ].join('\n');
  assert.deepEqual(countNodeTests(output), { passed: 51, failed: 2 });
});

test('a package whose tests are not found counts as failed', () => {
  assert.deepEqual(countNodeTests('ℹ tests 0\nℹ pass 0\n'), { passed: 0, failed: 1 });
});

test('a browser test that passed only when repeated counts as failed, and so does a file that does not load', () => {
  const stats = { expected: 10, unexpected: 1, flaky: 1, skipped: 2 };
  const report = JSON.stringify({ stats, errors: [{ message: 'SyntaxError' }] });
  assert.deepEqual(countBrowserTests(report), { passed: 10, failed: 3 });
});
