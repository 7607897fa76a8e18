/** Where a value travels in the recording that is shown: indexed once, and kept up to date. */
import { type ValuePlace, valueIndex } from '../exports/value-index.ts';
import type { Exchange } from '../recording/exchange.ts';

type Exchanges = ReadonlyMap<number, Exchange>;

const index = valueIndex();
let indexed: Exchanges = new Map();

/**
 * In the order of the exchanges, without noise: what an asset carries in its
 * Referer tells no story. Empty where the value means nothing in particular.
 */
export function placesOf(value: string, exchanges: Exchanges): ValuePlace[] {
  if (exchanges !== indexed) update(exchanges);
  return index.placesOf(value);
}

function update(exchanges: Exchanges): void {
  for (const id of indexed.keys()) if (!exchanges.has(id)) index.remove(id);
  for (const [id, exchange] of exchanges) {
    if (indexed.get(id) !== exchange && !exchange.noise) index.add(exchange);
  }
  indexed = exchanges;
}
