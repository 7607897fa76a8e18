/** Which messages carry the value that somebody follows. */
import { carriedValues } from '../../exports/carried-values.ts';
import type { Exchange, Side } from '../../recording/exchange.ts';
import { messageKey } from './flow-rows.ts';

const known = new WeakMap<Exchange, { value: string; side: Side }[]>();
const nothing: ReadonlySet<string> = new Set();

/** @returns keys of rows: see messageKey */
export function carriersOf(
  exchanges: readonly Exchange[],
  followed: string | undefined,
): ReadonlySet<string> {
  if (!followed) return nothing;
  return new Set(
    exchanges.flatMap((exchange) =>
      valuesOf(exchange)
        .filter(({ value }) => value === followed)
        .map(({ side }) => messageKey(exchange.id, side)),
    ),
  );
}

function valuesOf(exchange: Exchange): { value: string; side: Side }[] {
  const before = known.get(exchange);
  if (before) return before;
  const values = carriedValues(exchange).map(({ value, side }) => ({ value, side }));
  known.set(exchange, values);
  return values;
}
