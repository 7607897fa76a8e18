/** One trace: what is received, worked on and sent in its course. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  continueTrace,
  currentTrace,
  currentTraceId,
  inTrace,
  outgoingTraceparent,
} from '../src/trace-context.ts';
import { parseTraceparent } from '../src/traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';

test('a trace that is received goes on, under an id of our own within it', () => {
  const trace = continueTrace(`00-${traceId}-${parentId}-01`);
  assert.equal(trace.traceId, traceId);
  assert.equal(trace.parentId, parentId);
  assert.match(trace.spanId, /^[0-9a-f]{16}$/);
  assert.notEqual(trace.spanId, parentId);
});

test('without a header, or with a malformed one, a new trace begins', () => {
  for (const header of [undefined, `00-${traceId}-${'0'.repeat(16)}-01`, 'hello']) {
    const trace = continueTrace(header);
    assert.match(trace.traceId, /^[0-9a-f]{32}$/);
    assert.notEqual(trace.traceId, traceId);
    assert.equal(trace.parentId, undefined);
  }
  const ids = new Set(Array.from({ length: 1000 }, () => continueTrace().traceId));
  assert.equal(ids.size, 1000);
});

test('what is sent in the course of a trace names it, and our part as the parent', async () => {
  const trace = continueTrace(`00-${traceId}-${parentId}-00`);
  await inTrace(trace, async () => {
    await setImmediate();
    assert.equal(currentTraceId(), traceId);
    const sent = parseTraceparent(outgoingTraceparent());
    assert.deepEqual(sent, { traceId, parentId: trace.spanId, sampled: true });
  });
  assert.equal(currentTrace(), undefined);
});

test('two at the same time keep apart', async () => {
  const seen = await Promise.all(
    [1, 2].map(() =>
      inTrace(continueTrace(), async () => {
        const before = currentTraceId();
        await setImmediate();
        return [before, currentTraceId()];
      }),
    ),
  );
  assert.equal(new Set(seen.flat()).size, 2);
  for (const [before, after] of seen) assert.equal(before, after);
});

test('outside of any trace, what is sent begins one of its own', () => {
  const [one, other] = [outgoingTraceparent(), outgoingTraceparent()].map(
    parseTraceparent,
  );
  assert.ok(one && other);
  assert.notEqual(one.traceId, other.traceId);
});
