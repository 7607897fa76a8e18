import type { Exchange, Side } from '../../recording/exchange.ts';

/** One message, opened. */
export function OpenedMessage({ exchange }: { exchange: Exchange; side: Side }) {
  return <pre>{exchange.request.target}</pre>;
}
