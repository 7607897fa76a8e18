/** Why an exchange came to no good end, where nobody's connection broke. */

/** Somebody who watched took the message out of the wire. */
export class Dropped extends Error {}

/** What somebody made of the message is none that HTTP can carry. */
export class Unsendable extends Error {}

/** @throws {Unsendable} instead of what `make` throws */
export function sendable<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new Unsendable((cause as Error).message, { cause });
  }
}
