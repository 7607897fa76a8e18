/**
 * The messages of a recording in the order in which they crossed the wire:
 * requests that were made to answer another stand between that one's request
 * and its response.
 */
import type { Exchange, Side } from '../recording/exchange.ts';

export type OrderedMessage = { exchange: Exchange; side: Side };

/** Without noise, and without responses that have not come. */
export function messagesInOrder(exchanges: readonly Exchange[]): OrderedMessage[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const messages: OrderedMessage[] = [];
  let open: Exchange[] = [];

  for (const next of exchanges.toSorted((a, b) => a.id - b.id)) {
    if (next.noise) continue;
    answer(open.filter((one) => cameBefore(one, next)));
    messages.push({ exchange: next, side: 'request' });
    open.push(next);
  }
  answer(open.filter((one) => one.finishedAt !== undefined));
  return messages;

  function answer(complete: Exchange[]): void {
    open = open.filter((one) => !complete.includes(one));
    complete.sort((a, b) => a.finishedAt! - b.finishedAt! || b.id - a.id);
    messages.push(
      ...complete.map((exchange) => ({ exchange, side: 'response' as const })),
    );
  }

  /** Within one millisecond, what caused what decides. */
  function cameBefore(earlier: Exchange, next: Exchange): boolean {
    const { finishedAt } = earlier;
    if (finishedAt === undefined) return false;
    if (isFollowedBy(earlier, next)) return true;
    if (finishedAt === next.startedAt) return !isCauseOf(earlier, next);
    return finishedAt < next.startedAt;
  }

  function isCauseOf(earlier: Exchange, { id, cause }: Exchange): boolean {
    // A cause came before: a file that says otherwise must not lead in a circle.
    if (cause === undefined || cause >= id) return false;
    const causing = byId.get(cause);
    return cause === earlier.id || (!!causing && isCauseOf(earlier, causing));
  }
}

/** A browser follows a redirect as soon as it has read where to, not when it has read everything. */
function isFollowedBy({ from, response }: Exchange, next: Exchange): boolean {
  const location = response?.headers.find(([name]) => /^location$/i.test(name))?.[1];
  const led = location && URL.parse(location, 'http://localhost');
  return from === next.from && !!led && led.pathname + led.search === next.request.target;
}
