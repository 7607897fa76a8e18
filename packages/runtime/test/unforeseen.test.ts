/** The log gets what helps, and nothing that belongs to people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continueTrace, inTrace } from '@four-roles/protocol/trace-context';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { logUnforeseen } from '../src/unforeseen.ts';

function logged(thrown: unknown): string {
  const lines: string[] = [];
  logUnforeseen(thrown, 'POST /messages', (line) => lines.push(line));
  assert.equal(lines.length, 1);
  return lines[0]!;
}

test('of a database error only the cause: the error itself quotes the values of the query', () => {
  const quoting = 'insert into messages values (?)';
  const error = new DrizzleQueryError(quoting, ['Confidential'], new Error('no table'));
  assert.match(error.message, /Confidential/);
  for (const thrown of [error, new Error('on the way', { cause: error })]) {
    const { message, stack } = JSON.parse(logged(thrown));
    assert.equal(message, 'POST /messages failed');
    assert.match(stack, /^Error: no table\n {4}at /);
    assert.doesNotMatch(logged(thrown), /Confidential/);
  }
});

test('of another error its stack, without its members; of a thrown value its type', () => {
  const error = Object.assign(new Error('Something'), { token: 'Confidential' });
  assert.match(JSON.parse(logged(error)).stack, /^Error: Something\n {4}at /);
  assert.doesNotMatch(logged(error), /Confidential|\n/);
  assert.equal(JSON.parse(logged('Confidential')).stack, 'string');
});

test('the line names the trace of the request that failed', () => {
  const trace = continueTrace();
  const { level, trace_id, span_id } = inTrace(trace, () =>
    JSON.parse(logged(new Error())),
  );
  assert.deepEqual([level, trace_id, span_id], ['error', trace.traceId, trace.spanId]);
});
