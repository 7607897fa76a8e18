/** The traceparent header, with the examples of W3C Trace Context. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTraceparent, parseTraceparent } from '../src/traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const example = `00-${traceId}-${parentId}-01`;

test('the examples of the text: sampled, and not sampled', () => {
  assert.deepEqual(parseTraceparent(example), { traceId, parentId, sampled: true });
  assert.deepEqual(parseTraceparent(`00-${traceId}-${parentId}-00`), {
    traceId,
    parentId,
    sampled: false,
  });
});

test('what was parsed is written as it came, the flags as far as they are known', () => {
  assert.equal(formatTraceparent(parseTraceparent(example)!), example);
  const flagged = parseTraceparent(`00-${traceId}-${parentId}-fe`)!;
  assert.equal(formatTraceparent(flagged), `00-${traceId}-${parentId}-00`);
  assert.equal(parseTraceparent(`00-${traceId}-${parentId}-09`)?.sampled, true);
});

test('a later version is read as far as version 00 goes', () => {
  for (const later of [
    `cc-${traceId}-${parentId}-01`,
    `01-${traceId}-${parentId}-01-more.`,
  ]) {
    const parsed = parseTraceparent(later);
    assert.deepEqual(parsed, { traceId, parentId, sampled: true }, later);
    assert.equal(formatTraceparent(parsed!), example);
  }
});

test('anything else is no traceparent', () => {
  for (const malformed of [
    undefined,
    '',
    'null',
    // Forbidden values
    `ff-${traceId}-${parentId}-01`,
    `00-${'0'.repeat(32)}-${parentId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    // Not hex, or upper-case
    `00-${traceId.toUpperCase()}-${parentId}-01`,
    `00-${traceId}-${parentId.toUpperCase()}-01`,
    `0x-${traceId}-${parentId}-01`,
    `00-${traceId}-${parentId}-0g`,
    // Too short, too long, cut elsewhere
    `00-${traceId.slice(1)}-${parentId}-01`,
    `00-${traceId}-${parentId}`,
    `00-${traceId}${parentId}-01`,
    `00-${traceId}-${parentId}-01-more`,
    `cc-${traceId}-${parentId}-01.more`,
    `${example}-`,
    // Twice, as HTTP joins two fields of one name
    `${example}, ${example}`,
    // What wants to get into a log, a page or another header
    `${example}\n`,
    `${example}\r\nSet-Cookie: a=b`,
    `00-${traceId}-${parentId}-<script>`,
    ` ${example}`,
    'a'.repeat(1_000_000),
  ]) {
    assert.equal(parseTraceparent(malformed), undefined, String(malformed).slice(0, 80));
  }
});
