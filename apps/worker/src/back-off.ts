/**
 * When the other side is busy or away: wait, then try again, and wait longer
 * each time.
 *
 * The wait is drawn at random between nothing and a limit that doubles ("full
 * jitter"): a hundred workers that were refused together do not come back
 * together.
 */

/** How the worker waits; tests hand in one that does not. */
export type Patience = {
  /** Rejects at once when the worker is told to stop. */
  sleep(milliseconds: number): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
};

/** Thrown by an attempt that may succeed when it is made again. */
export class TryAgain extends Error {
  /** What the other side asked for with `Retry-After`, in milliseconds. */
  readonly notBefore: number;

  constructor(reason: string, notBefore = 0) {
    super(reason);
    this.notBefore = notBefore;
  }
}

/** It was tried often enough, or the wait that was asked for is too long. */
export class GaveUp extends Error {}

const attempts = 5;
const firstLimit = 500;
const longestWait = 60_000;

/**
 * Make an attempt, up to five times in all.
 *
 * @throws {GaveUp} with the last reason, when all attempts failed or the wait that was asked
 *   for is longer than a minute
 */
export async function withBackOff<T>(
  attempt: () => Promise<T>,
  patience: Patience,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error;
      if (failures === attempts || error.notBefore > longestWait) {
        throw new GaveUp(error.message);
      }
      const jitter = patience.random() * firstLimit * 2 ** (failures - 1);
      await patience.sleep(error.notBefore + jitter);
    }
  }
}
