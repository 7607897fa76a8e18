/**
 * The messages of a recording in the order in which they crossed the wire:
 * requests that were made to answer another stand between that one's request
 * and its response. Diagram, table and exports number them by it.
 */
import { headerOf } from '../explain/message.ts';
import type { Exchange, Side } from '../recording/exchange.ts';

type OrderedMessage = { exchange: Exchange; side: Side };

/** With noise; without responses of which nothing has come. */
export function messagesInOrder(exchanges: readonly Exchange[]): OrderedMessage[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const messages: OrderedMessage[] = [];
  let open: Exchange[] = [];

  for (const next of exchanges.toSorted((a, b) => a.id - b.id)) {
    answer(open.filter((one) => cameBefore(one, next)));
    messages.push({ exchange: next, side: 'request' });
    open.push(next);
  }
  answer(open.filter(hasAnswer));
  return messages;

  function answer(complete: Exchange[]): void {
    open = open.filter((one) => !complete.includes(one));
    complete.sort((a, b) => endOf(a) - endOf(b) || b.id - a.id);
    messages.push(
      ...complete.map((exchange) => ({ exchange, side: 'response' as const })),
    );
  }

  /** Within one millisecond, what caused what decides. */
  function cameBefore(earlier: Exchange, next: Exchange): boolean {
    const end = endOf(earlier);
    if (end === Infinity) return false;
    if (isFollowedBy(earlier, next)) return true;
    if (end === next.startedAt) return !isCauseOf(earlier, next);
    return end < next.startedAt;
  }

  function isCauseOf(earlier: Exchange, { id, cause }: Exchange): boolean {
    // A cause came before: a file that says otherwise must not lead in a circle.
    if (cause === undefined || cause >= id) return false;
    const causing = byId.get(cause);
    return cause === earlier.id || (!!causing && isCauseOf(earlier, causing));
  }
}

function hasAnswer({ response, failure, finishedAt }: Exchange): boolean {
  return response !== undefined || failure !== undefined || finishedAt !== undefined;
}

/** What has not ended, ends last; what failed at once, when it began. */
function endOf({ startedAt, finishedAt, failure }: Exchange): number {
  return finishedAt ?? (failure === undefined ? Infinity : startedAt);
}

/** A browser follows a redirect as soon as it has read where to, not when it has read everything. */
function isFollowedBy({ from, response }: Exchange, next: Exchange): boolean {
  const location = headerOf(response?.headers ?? [], 'location');
  const led = location && URL.parse(location, 'http://localhost');
  return from === next.from && !!led && led.pathname + led.search === next.request.target;
}
