/** Which message is being talked about. Pure. */
import type { Exchange, Side } from '../../recording/exchange.ts';
import { isOfRun, type Selection } from '../selection.ts';
import type { Viewed } from '../viewed.ts';

/** The one that is open; else the oldest that is held; else what happened last. */
export function currentMessage(
  { byId, exchanges, state }: Pick<Viewed, 'byId' | 'exchanges' | 'state'>,
  selection: Selection | undefined,
): { exchange: Exchange; side: Side } | undefined {
  const opened =
    selection && isOfRun(selection, state.run) && byId.get(selection.message);
  if (opened) return { exchange: opened, side: selection.side };
  for (const { exchange: id, side } of state.held) {
    const exchange = byId.get(id);
    if (exchange) return { exchange, side };
  }
  let last: { exchange: Exchange; side: Side } | undefined;
  let at = 0;
  for (const exchange of exchanges) {
    if (exchange.noise) continue;
    const side = exchange.finishedAt === undefined ? 'request' : 'response';
    const when = exchange.finishedAt ?? exchange.startedAt;
    if (when >= at) [last, at] = [{ exchange, side }, when];
  }
  return last;
}
