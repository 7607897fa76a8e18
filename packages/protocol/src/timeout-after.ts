import { type Clock, steadyClock, systemClock } from './clock.ts';

/** Milliseconds: a clock that stands still is not looked at more often. */
const lookEvery = 250;

/**
 * `AbortSignal.timeout`, by a clock that is handed in: while the clock stands
 * still, because a message is held in the wire, nobody loses patience.
 *
 * A clock that is set back delays nothing for longer than the time that was left.
 */
export function timeoutAfter(clock: Clock, milliseconds: number): AbortSignal {
  if (clock === systemClock) return AbortSignal.timeout(milliseconds);
  const controller = new AbortController();
  const steady = steadyClock(clock);
  const end = steady.now() + milliseconds;
  const look = () => {
    const left = end - steady.now();
    if (left > 0) setTimeout(look, Math.max(left, lookEvery)).unref();
    else controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  };
  look();
  return controller.signal;
}
