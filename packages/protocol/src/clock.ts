/**
 * The time of day, as a value that is handed in: nobody but this file asks the
 * machine for it, so a lesson can stop it and a test can move it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

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

/** What the file of a shared clock says. */
export type ClockState = {
  /** Milliseconds by which the clock differs from the system's. */
  movedBy: number;
  /** Milliseconds since the epoch at which the clock stands still, if it does. */
  standsAt?: number;
};

/**
 * A clock that several processes share: the system's, as the file says, which
 * holds a `ClockState` as JSON. Where there is no file, it is not moved; content
 * that cannot be read changes nothing.
 *
 * The file is read anew each time: two states written in one tick of the file
 * system's clock cannot be told apart by its attributes. For development and
 * tests only.
 */
export function sharedClock(file: string): Clock {
  let content = '';
  let state: ClockState = { movedBy: 0 };
  return {
    now() {
      const found = contentOf(file) ?? content;
      if (found !== content) state = parseState(found) ?? state;
      content = found;
      return state.standsAt ?? Date.now() + state.movedBy;
    },
  };
}

/** Move a shared clock, stop it, or let it go on. Whoever reads sees the old state or the new one. */
export function writeClock(file: string, state: ClockState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** `undefined` where it cannot be read. */
function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? unmoved : undefined;
  }
}

const unmoved = JSON.stringify({ movedBy: 0 } satisfies ClockState);

function parseState(content: string): ClockState | undefined {
  try {
    const { movedBy, standsAt } = JSON.parse(content);
    if (!Number.isFinite(movedBy)) return undefined;
    return Number.isFinite(standsAt) ? { movedBy, standsAt } : { movedBy };
  } catch {
    return undefined;
  }
}

/**
 * Counts the time that passes on another clock, and is never set back with it:
 * for how old something is, not for what time it is.
 */
export function steadyClock(clock: Clock): Clock {
  let seen = clock.now();
  let steady = seen;
  return {
    now() {
      const now = clock.now();
      steady += Math.max(0, now - seen);
      seen = now;
      return steady;
    },
  };
}

/** Whole seconds since the epoch: the NumericDate of `iat` and `exp`. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/**
 * `2026-11-27T09:30:00Z`, in ISO 8601.
 *
 * @param at seconds since the epoch
 */
export function isoTime(at: number): string {
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}
