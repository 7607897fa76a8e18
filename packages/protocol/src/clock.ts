/**
 * The time of day, as a value that is handed in: nobody but this file asks the
 * machine for it, so a lesson can stop it and a test can move it.
 */
import { readFileSync, statSync } from 'node:fs';

export type Clock = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export function manualClock(startMilliseconds: number) {
  let now = startMilliseconds;
  return {
    now: () => now,
    /** Move forward by so many seconds. */
    advance(seconds: number) {
      now += seconds * 1000;
    },
  };
}

/**
 * A clock that several processes share: the system's, moved by the number of
 * milliseconds that stands in a file. Where there is no file, it is not moved.
 * For development and tests only.
 */
export function sharedClock(file: string): Clock {
  let modified = -1;
  let offset = 0;
  return {
    now() {
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat) return Date.now();
      if (stat.mtimeMs !== modified) {
        offset = Number(readFileSync(file, 'utf8')) || 0;
        modified = stat.mtimeMs;
      }
      return Date.now() + offset;
    },
  };
}

/** Whole seconds since the epoch: the NumericDate of `iat` and `exp`. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}
