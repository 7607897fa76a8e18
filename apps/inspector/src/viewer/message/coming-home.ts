/**
 * What is new in a message, and what comes home: of each value that it carries,
 * where it was before, and whether it is seen again.
 */
import type { CarriedValue } from '../../exports/carried-values.ts';
import type { Side } from '../../recording/exchange.ts';

export type Stop = { exchange: number; side: Side };

export type Homecoming = {
  kind: string;
  value: string;
  /** Where it was seen first; missing where it is new. */
  since?: Stop;
  /** Where it is seen next, if it is new here. */
  next?: Stop;
};

/**
 * @param placesOf in any order
 * @param timeOf when a message passed, in milliseconds since the epoch
 */
export function homecomings(
  carried: CarriedValue[],
  here: Stop,
  placesOf: (value: string) => Stop[],
  timeOf: (stop: Stop) => number,
): Homecoming[] {
  const isBefore = (one: Stop, other: Stop) => {
    const between = timeOf(one) - timeOf(other);
    return between < 0 || (between === 0 && comesFirst(one, other));
  };
  const values = new Map(
    carried
      .filter(({ side }) => side === here.side)
      .map((one) => [one.value, one] as const),
  );
  return [...values.values()].map(({ kind, value }) => {
    const places = placesOf(value).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    const since = places.find((place) => isBefore(place, here));
    if (since) return { kind, value, since };
    const next = places.find((place) => isBefore(here, place));
    return { kind, value, ...(next && { next }) };
  });
}

/** Within one millisecond. */
function comesFirst(one: Stop, other: Stop): boolean {
  if (one.exchange !== other.exchange) return one.exchange < other.exchange;
  return one.side === 'request' && other.side === 'response';
}
