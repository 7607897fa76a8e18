import { type Clock, systemClock } from './clock.ts';

/** Milliseconds. */
const lookEvery = 250;

/**
 * `AbortSignal.timeout`, by a clock that is handed in: while the clock stands
 * still, because a message is held in the wire, nobody loses patience.
 *
 * A clock that jumps while somebody waits, to let a code expire in the wire or
 * back to now, counts for no more than one look.
 */
export function timeoutAfter(clock: Clock, milliseconds: number): AbortSignal {
  if (clock === systemClock) return AbortSignal.timeout(milliseconds);
  const controller = new AbortController();
  let left = milliseconds;
  let seen = clock.now();
  const timer = setInterval(() => {
    const now = clock.now();
    left -= Math.min(Math.max(0, now - seen), lookEvery);
    seen = now;
    if (left > 0) return;
    clearInterval(timer);
    controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  }, lookEvery);
  timer.unref();
  return controller.signal;
}
