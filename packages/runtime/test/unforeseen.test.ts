/** The log gets what helps, and nothing that belongs to people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { logUnforeseen } from '../src/unforeseen.ts';

function logged(thrown: unknown): string {
  const lines: string[] = [];
  logUnforeseen(thrown, 'POST /messages', (line) => lines.push(line));
  return lines.join('\n');
}

test('of a database error only the cause: the error itself quotes the values of the query', () => {
  const quoting = 'insert into messages values (?)';
  const error = new DrizzleQueryError(quoting, ['Confidential'], new Error('no table'));
  assert.match(error.message, /Confidential/);
  for (const thrown of [error, new Error('on the way', { cause: error })]) {
    assert.match(logged(thrown), /^POST \/messages failed: Error: no table\n/);
    assert.doesNotMatch(logged(thrown), /Confidential/);
  }
});

test('of another error its stack, without its members; of a thrown value its type', () => {
  const error = Object.assign(new Error('Something'), { token: 'Confidential' });
  assert.match(logged(error), /Error: Something\n {4}at /);
  assert.doesNotMatch(logged(error), /Confidential/);
  assert.equal(logged('Confidential'), 'POST /messages failed: string');
});
