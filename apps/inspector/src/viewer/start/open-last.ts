import { messageName } from '../diagram/describe-message.ts';
import { say } from '../notice.tsx';
import { openMessage } from '../selection.ts';
import type { Viewed } from '../viewed.ts';

/**
 * Open the newest request of a kind that was answered with success.
 *
 * @param from what its target begins with: Nightly makes requests of these kinds too
 */
export function openLast({ exchanges }: Viewed, kind: string, from = '/'): void {
  const last = exchanges.findLast(
    (exchange) =>
      messageName({ exchange, side: 'request' }).kind === kind &&
      exchange.request.target.startsWith(from) &&
      (exchange.response?.status ?? 500) < 300,
  );
  if (last) openMessage(last.id, 'request');
  else say('There is none yet. Sign in first.');
}
