/**
 * The roles' clock: it stands still while somebody looks at a held message, so
 * that a code does not expire meanwhile, and can be moved forward on purpose.
 *
 * The roles read it from a file, so that they need not know who moves it. When
 * it goes on it is behind the machine's by as long as it stood: for the roles
 * no time has passed.
 */
import { writeClock } from '@four-roles/protocol/clock';
import type { ControlState } from './exchange.ts';

/**
 * @param file which every role was told as CLOCK_FILE
 * @param now milliseconds since the epoch, by the machine's clock
 */
export function createClock(file: string, now: () => number) {
  let state: ControlState['clock'] = { movedBy: 0 };
  /** Of a clock that stands still: what it is moved by when it goes on, if not by what it missed. */
  let afterwards: number | undefined;
  /** When it stopped, and for how long it stood before: milliseconds of the machine's clock. */
  let stoppedAt: number | undefined;
  let stoodBefore = 0;

  function become(next: ControlState['clock']): void {
    state = next;
    writeClock(file, state);
  }

  become(state);
  return {
    state: () => state,

    /** By how many milliseconds the roles' time differs from the machine's at this moment. */
    movedBy: () =>
      state.standsAt === undefined ? state.movedBy : state.standsAt - now(),

    /** For how many milliseconds it has stood still, all in all. */
    stood: () => stoodBefore + (stoppedAt === undefined ? 0 : now() - stoppedAt),

    standStill(): void {
      if (state.standsAt !== undefined) return;
      stoppedAt = now();
      become({ ...state, standsAt: stoppedAt + state.movedBy });
    },

    goOn(): void {
      if (state.standsAt === undefined) return;
      stoodBefore = this.stood();
      stoppedAt = undefined;
      become({ movedBy: afterwards ?? state.standsAt - now() });
      afterwards = undefined;
    },

    /** Forward by so many seconds; one that stands still stands still there. */
    advance(seconds: number): void {
      const { movedBy, standsAt } = state;
      const by = seconds * 1000;
      if (afterwards !== undefined) afterwards += by;
      if (standsAt === undefined) become({ movedBy: movedBy + by });
      else become({ movedBy: movedBy + by, standsAt: standsAt + by });
    },

    /** The machine's time again; of a clock that stands still, when it goes on. */
    backToNow(): void {
      if (state.standsAt === undefined) become({ movedBy: 0 });
      else afterwards = 0;
    },
  };
}

export type RolesClock = ReturnType<typeof createClock>;
