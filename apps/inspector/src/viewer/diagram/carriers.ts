/** Which messages carry the value that somebody follows. */
import type { Exchange } from '../../recording/exchange.ts';
import { placesOf } from '../value-places.ts';
import { messageKey } from './flow-rows.ts';

/** @returns keys of rows: see messageKey */
export function carriersOf(
  exchanges: ReadonlyMap<number, Exchange>,
  followed: string | undefined,
): ReadonlySet<string> {
  const places = followed ? placesOf(followed, exchanges) : [];
  return new Set(places.map(({ exchange, side }) => messageKey(exchange, side)));
}
