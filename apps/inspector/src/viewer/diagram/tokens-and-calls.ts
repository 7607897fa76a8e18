/**
 * How few tokens a program without a person asked for, and how many calls they
 * served: counted from what crossed the wire, whoever the program is.
 */
import type { Exchange } from '../../recording/exchange.ts';
import { messageName } from './describe-message.ts';

/**
 * `3 tokens asked for, 17 calls served`
 *
 * @param exchanges of one flow
 * @returns `undefined` where nobody spoke to a server in the worker's lane
 */
export function tokensAndCalls(exchanges: readonly Exchange[]): string | undefined {
  const sent = exchanges.filter(({ from }) => from === 'worker');
  const ofKind = (kind: string) =>
    sent.filter((exchange) => messageName({ exchange, side: 'request' }).kind === kind);
  const tokens = ofKind('client-credentials-request').length;
  const calls = ofKind('protected-resource-request').filter(isServed).length;
  if (tokens + calls === 0) return undefined;
  return `${count(tokens, 'token')} asked for, ${count(calls, 'call')} served`;
}

function isServed({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
