/** Does a filter let this message through? */
import { partyNames } from '../../explain/party-names.ts';
import { messageName } from './describe-message.ts';
import type { MessageRow } from './flow-rows.ts';
import type { Filter } from './rows.ts';

export function matches(row: MessageRow, filter: Filter): boolean {
  const { exchange } = row;
  if (exchange.noise && !filter.noise) return false;
  if (filter.flow !== undefined && exchange.flow !== filter.flow) return false;
  if (filter.party && exchange.from !== filter.party && exchange.to !== filter.party) {
    return false;
  }
  if (filter.kind && messageName(row).kind !== filter.kind) return false;
  const text = filter.text.trim().toLowerCase();
  return text === '' || contains(row, text);
}

/** @param text in lower case */
function contains(row: MessageRow, text: string): boolean {
  const { exchange, side } = row;
  const has = (part: string | undefined) => part?.toLowerCase().includes(text) ?? false;
  const { request, response } = exchange;
  const half = side === 'request' ? request : response;
  return (
    has(messageName(row).name) ||
    has(`${partyNames[exchange.from].name} ${partyNames[exchange.to].name}`) ||
    has(`${request.method} ${request.target}`) ||
    (side === 'response' && has(`${response?.status} ${exchange.failure ?? ''}`)) ||
    (half?.headers.some(([name, value]) => has(`${name}: ${value}`)) ?? false) ||
    (half?.body.encoding === 'utf-8' && has(half.body.text))
  );
}
