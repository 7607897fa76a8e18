/** Losing patience, by the clock that is handed in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock, systemClock } from '../src/clock.ts';
import { timeoutAfter } from '../src/timeout-after.ts';

test('it fires when the clock says so, and as AbortSignal.timeout does', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = manualClock(1_000_000);
  const signal = timeoutAfter(clock, 10_000);
  clock.advance(9.9);
  t.mock.timers.tick(10_000);
  assert.equal(signal.aborted, false);
  clock.advance(0.1);
  t.mock.timers.tick(250);
  assert.equal(signal.aborted, true);
  assert.equal(signal.reason.name, 'TimeoutError');
});

test('while the clock stands still, it does not fire, however long that takes', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = manualClock(1_000_000);
  const signal = timeoutAfter(clock, 3000);
  for (let second = 0; second < 3600; second++) t.mock.timers.tick(1000);
  assert.equal(signal.aborted, false);
  clock.advance(3);
  t.mock.timers.tick(3000);
  assert.equal(signal.aborted, true);
});

test('a clock that is set back neither fires early nor waits until it has caught up', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = manualClock(10_000_000);
  const signal = timeoutAfter(clock, 10_000);
  clock.advance(-3600);
  t.mock.timers.tick(10_000);
  assert.equal(signal.aborted, false);
  clock.advance(10);
  t.mock.timers.tick(10_000);
  assert.equal(signal.aborted, true);
});

test('the system clock needs none of this', async () => {
  const signal = timeoutAfter(systemClock, 1);
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
  // The timer of a signal does not keep a process alive.
  const alive = setInterval(() => {}, 1000);
  await aborted;
  clearInterval(alive);
  assert.equal(signal.reason.name, 'TimeoutError');
});
