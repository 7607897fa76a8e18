/**
 * The messages of one flow in the order in which they passed: an exchange
 * gives its request where it came, and its answer where that came, so the
 * calls that a server made in between stand in between.
 */
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

/** @param exchanges of one flow, sorted by id */
export function rowsOfFlow(
  exchanges: readonly Exchange[],
  held: readonly Held[],
): MessageRow[] {
  const rows: MessageRow[] = [];
  /** Asked and not answered yet, the oldest first. */
  let open: Exchange[] = [];
  let number = 0;

  const add = (exchange: Exchange, side: Side, busyBefore: Party[]) => {
    rows.push({
      type: 'message',
      key: messageKey(exchange.id, side),
      exchange,
      side,
      ...(!exchange.noise && { number: ++number }),
      held: isHeld(held, exchange.id, side),
      at: side === 'request' ? exchange.startedAt : (exchange.finishedAt ?? latest(rows)),
      busyBefore,
      busyAfter: busy(open),
    });
  };
  const answer = (exchange: Exchange) => {
    const before = busy(open);
    open = open.filter((one) => one !== exchange);
    add(exchange, 'response', before);
  };

  for (const exchange of exchanges) {
    const over = open.filter((one) => ends(one) <= exchange.startedAt);
    // Within one millisecond: nobody answers before those whom they asked have.
    for (const one of over.sort(byEnd)) if (one.id !== exchange.cause) answer(one);
    const before = busy(open);
    open.push(exchange);
    add(exchange, 'request', before);
  }
  const came = open.filter((one) => hasAnswer(one) || isHeld(held, one.id, 'response'));
  for (const one of came.sort(byEnd)) answer(one);
  return rows;
}

export function messageKey(exchange: number, side: Side): string {
  return `${exchange}-${side}`;
}

function isHeld(held: readonly Held[], exchange: number, side: Side): boolean {
  return held.some((one) => one.exchange === exchange && one.side === side);
}

function hasAnswer({ response, failure }: Exchange): boolean {
  return response !== undefined || failure !== undefined;
}

/** What has not ended, ends last; what failed at once, when it began. */
function ends({ startedAt, finishedAt, failure }: Exchange): number {
  return finishedAt ?? (failure === undefined ? Number.POSITIVE_INFINITY : startedAt);
}

function byEnd(a: Exchange, b: Exchange): number {
  const [endOfA, endOfB] = [ends(a), ends(b)];
  return endOfA === endOfB ? b.id - a.id : endOfA - endOfB;
}

function busy(open: Exchange[]): Party[] {
  return [...new Set(open.filter(({ noise }) => !noise).map(({ to }) => to))];
}

function latest(rows: MessageRow[]): number {
  return rows.at(-1)?.at ?? 0;
}
