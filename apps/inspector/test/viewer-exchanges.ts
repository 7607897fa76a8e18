/** Small recordings for the tests of the viewer. */
import type { Exchange } from '../src/recording/exchange.ts';

const noBody = { text: '', encoding: 'utf-8', size: 0 } as const;

/** An answered request of the browser to the client; `change` makes it another one. */
export function exchange(id: number, change: Partial<Exchange> = {}): Exchange {
  const startedAt = change.startedAt ?? id * 100;
  return {
    id,
    from: 'browser',
    to: 'client',
    startedAt,
    finishedAt: startedAt + 10,
    heldFor: 0,
    request: { method: 'GET', target: '/inbox', headers: [], body: noBody },
    response: { status: 200, reason: 'OK', headers: [], body: noBody },
    verdicts: [],
    flow: 1,
    ...change,
  };
}

/** The same while nothing has come back. */
export function pending(id: number, change: Partial<Exchange> = {}): Exchange {
  const { finishedAt, response, ...rest } = exchange(id, change);
  return rest;
}
