import { type Clock, systemClock } from './clock.ts';

/** Milliseconds: a clock that stands still is not looked at more often. */
const lookEvery = 250;

/**
 * `AbortSignal.timeout`, by a clock that is handed in: while the clock stands
 * still, because a message is held in the wire, nobody loses patience.
 *
 * The time is counted from one look at the clock to the next, so a clock that
 * is set back delays nothing for longer than the time that was left.
 */
export function timeoutAfter(clock: Clock, milliseconds: number): AbortSignal {
  if (clock === systemClock) return AbortSignal.timeout(milliseconds);
  const controller = new AbortController();
  let left = milliseconds;
  let lookedAt = clock.now();
  const wait = () => setTimeout(look, Math.max(left, lookEvery)).unref();
  const look = () => {
    const now = clock.now();
    left -= Math.max(0, now - lookedAt);
    lookedAt = now;
    if (left > 0) wait();
    else controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  };
  wait();
  return controller.signal;
}
