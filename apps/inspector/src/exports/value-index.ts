/** Where each value occurs, over many exchanges: kept up to date as they come and change. */
import type { Exchange } from '../recording/exchange.ts';
import { type CarriedValue, carriedValues } from './carried-values.ts';

export type ValuePlace = CarriedValue & { exchange: number };

export function valueIndex() {
  const places = new Map<string, Map<number, ValuePlace[]>>();
  const valuesOf = new Map<number, Set<string>>();

  function remove(id: number): void {
    for (const value of valuesOf.get(id) ?? []) {
      const exchanges = places.get(value);
      exchanges?.delete(id);
      if (exchanges?.size === 0) places.delete(value);
    }
    valuesOf.delete(id);
  }

  return {
    /** An exchange that is new, or has changed. */
    add(exchange: Exchange): void {
      remove(exchange.id);
      const values = new Set<string>();
      for (const carried of carriedValues(exchange)) {
        values.add(carried.value);
        const exchanges = places.get(carried.value) ?? new Map<number, ValuePlace[]>();
        const here = exchanges.get(exchange.id) ?? [];
        here.push({ ...carried, exchange: exchange.id });
        places.set(carried.value, exchanges.set(exchange.id, here));
      }
      valuesOf.set(exchange.id, values);
    },

    remove,

    /** In the order of the exchanges; empty where nothing carries it. */
    placesOf(value: string): ValuePlace[] {
      const exchanges = [...(places.get(value) ?? [])];
      return exchanges.sort(([a], [b]) => a - b).flatMap(([, here]) => here);
    },
  };
}
