/**
 * The rows of one flow, in the order in which its messages passed: see
 * exports/message-order.ts.
 */
import { messagesInOrder } from '../../exports/message-order.ts';
import type { Exchange, Held, Party, Side } from '../../recording/exchange.ts';

export type MessageRow = {
  type: 'message';
  /** `12-request` */
  key: string;
  exchange: Exchange;
  side: Side;
  /** 1, 2, 3 ... in its flow. Noise has none. */
  number?: number;
  /** It stands still in the wire. */
  held: boolean;
  /** Milliseconds since the epoch; of an answer on its way, when it was asked for. */
  at: number;
  /** Who is busy answering somebody, above and below the arrow. */
  busyBefore: readonly Party[];
  busyAfter: readonly Party[];
};

/** @param exchanges of one flow */
export function rowsOfFlow(
  exchanges: readonly Exchange[],
  held: readonly Held[],
): MessageRow[] {
  const rows: MessageRow[] = [];
  /** Asked and not answered yet. */
  const open = new Set<Exchange>();
  let number = 0;
  for (const { exchange, side } of messagesInOrder(exchanges)) {
    const { id, noise, startedAt, finishedAt = rows.at(-1)?.at ?? 0 } = exchange;
    const busyBefore = busy(open);
    if (side === 'request') open.add(exchange);
    else open.delete(exchange);
    rows.push({
      type: 'message',
      key: messageKey(id, side),
      exchange,
      side,
      ...(!noise && { number: ++number }),
      held: held.some((one) => one.exchange === id && one.side === side),
      at: side === 'request' ? startedAt : finishedAt,
      busyBefore,
      busyAfter: busy(open),
    });
  }
  return rows;
}

export function messageKey(exchange: number, side: Side): string {
  return `${exchange}-${side}`;
}

function busy(open: ReadonlySet<Exchange>): Party[] {
  return [...new Set([...open].filter(({ noise }) => !noise).map(({ to }) => to))];
}
