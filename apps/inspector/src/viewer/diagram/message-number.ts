/** The numbers of messages, as the diagram counts them: 1, 2, 3 ... in each flow. */
import type { Exchange, Side } from '../../recording/exchange.ts';
import { messageKey, rowsOfFlow } from './flow-rows.ts';

type Numbers = ReadonlyMap<string, number>;

const counted = new WeakMap<readonly Exchange[], Map<number, Numbers>>();

/** @returns `undefined` for noise, which is not counted */
export function messageNumber(
  exchanges: readonly Exchange[],
  { id, flow }: Pick<Exchange, 'id' | 'flow'>,
  side: Side,
): number | undefined {
  const flows = counted.get(exchanges) ?? new Map<number, Numbers>();
  counted.set(exchanges, flows);
  const numbers = flows.get(flow) ?? numbersOf(exchanges, flow);
  flows.set(flow, numbers);
  return numbers.get(messageKey(id, side));
}

function numbersOf(exchanges: readonly Exchange[], flow: number): Numbers {
  const rows = rowsOfFlow(
    exchanges.filter((one) => one.flow === flow),
    [],
  );
  return new Map(rows.flatMap(({ key, number }) => (number ? [[key, number]] : [])));
}
