/** Losing patience, by the clock that is handed in. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { manualClock, systemClock } from '../src/clock.ts';
import { timeoutAfter } from '../src/timeout-after.ts';

beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
afterEach(() => mock.timers.reset());

/** So many seconds pass, and on this clock as well. */
function pass(seconds: number, clock?: ReturnType<typeof manualClock>): void {
  for (let quarter = 0; quarter < seconds * 4; quarter++) {
    clock?.advance(0.25);
    mock.timers.tick(250);
  }
}

test('it fires when the clock says so, and as AbortSignal.timeout does', () => {
  const clock = manualClock(1_000_000);
  const signal = timeoutAfter(clock, 10_000);
  pass(9.75, clock);
  assert.equal(signal.aborted, false);
  pass(0.25, clock);
  assert.equal(signal.aborted, true);
  assert.equal(signal.reason.name, 'TimeoutError');
});

test('while the clock stands still, it does not fire, however long that takes', () => {
  const clock = manualClock(1_000_000);
  const signal = timeoutAfter(clock, 3000);
  pass(3600);
  assert.equal(signal.aborted, false);
  pass(3, clock);
  assert.equal(signal.aborted, true);
});

test('a clock that is set back or forward meanwhile changes nothing', () => {
  for (const jump of [-3600, 3600]) {
    const clock = manualClock(10_000_000);
    const signal = timeoutAfter(clock, 10_000);
    clock.advance(jump);
    pass(9.5, clock);
    assert.equal(signal.aborted, false, `${jump}`);
    pass(1, clock);
    assert.equal(signal.aborted, true, `${jump}`);
  }
});

test('the system clock needs none of this', async () => {
  mock.timers.reset();
  const signal = timeoutAfter(systemClock, 1);
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
  // The timer of a signal does not keep a process alive.
  const alive = setInterval(() => {}, 1000);
  await aborted;
  clearInterval(alive);
  assert.equal(signal.reason.name, 'TimeoutError');
});
