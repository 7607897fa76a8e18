/** A row of the diagram in words: the name, the line below it, what is wrong with it. */
import { type MessageName, nameMessage } from '../../explain/name-message.ts';
import { inSentence } from '../../explain/party-names.ts';
import type { Exchange } from '../../recording/exchange.ts';
import { duration } from '../duration.ts';
import type { MessageRow } from './flow-rows.ts';
import { isFrontChannel, spokenName } from './parties.ts';

type Half = Pick<MessageRow, 'exchange' | 'side'>;

const named = new WeakMap<Exchange, ReturnType<typeof nameMessage>>();

const unnamedAnswer: MessageName = {
  kind: 'no-answer',
  name: 'no answer',
  says: 'The request went out, and nothing came back.',
};

/** What this half of the exchange is called. */
export function messageName({ exchange, side }: Half): MessageName {
  let names = named.get(exchange);
  if (!names) {
    names = nameMessage(exchange);
    named.set(exchange, names);
  }
  return side === 'request' ? names.request : (names.response ?? unnamedAnswer);
}

/** From whom to whom this half goes. */
export function ends({ exchange, side }: Half) {
  const { from, to } = exchange;
  return side === 'request'
    ? { sender: from, receiver: to }
    : { sender: to, receiver: from };
}

/** `GET /authorize`, without what a query may hold; `303 See Other`. */
export function wireLine({ exchange, side }: MessageRow): string {
  const { request, response, failure } = exchange;
  if (side === 'request') return `${request.method} ${request.target.split('?')[0]}`;
  if (!response) return failure ?? '';
  return `${response.status} ${response.reason}`.trim();
}

/** How long its sender waited for it, without the time for which it was held. */
export function took({ exchange, side }: Half): string | undefined {
  const { startedAt, finishedAt, heldFor } = exchange;
  if (side === 'request' || finishedAt === undefined) return undefined;
  const milliseconds = Math.max(0, finishedAt - startedAt - heldFor);
  const isSeconds = milliseconds >= 1000 && milliseconds < 60_000;
  return isSeconds ? `${(milliseconds / 1000).toFixed(1)} s` : duration(milliseconds);
}

/** What went wrong, in a word or three. */
export function trouble({ exchange, side }: MessageRow): string | undefined {
  if (side === 'request') return undefined;
  if (exchange.failure) return 'no answer';
  const broken = exchange.verdicts.find(({ passed }) => !passed);
  if (broken) return `refused: ${broken.rule.id}`;
  const status = exchange.response?.status ?? 0;
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : undefined;
}

/** What somebody did to it by hand. */
export function tampered({ exchange, side }: MessageRow): string | undefined {
  const { requestBefore, responseBefore, sentAgain } = exchange;
  if (side === 'request' && requestBefore) return 'changed in the wire';
  if (side === 'response' && responseBefore) return 'changed in the wire';
  if (side === 'request' && sentAgain) return 'sent again';
  return undefined;
}

/** `held before it reaches Acorn accounts`, if it is. */
export function heldWhere(row: MessageRow): string | undefined {
  if (!row.held) return undefined;
  return `held before it reaches ${inSentence(ends(row).receiver)}`;
}

/** Nothing has come back yet, and it is not held. */
export function isPending({ exchange, side, held }: MessageRow): boolean {
  const { response, failure, upgraded } = exchange;
  return side === 'request' && !held && !response && !failure && !upgraded;
}

/** The whole row in one sentence, as it is read aloud. */
export function spoken(row: MessageRow): string {
  const { sender, receiver } = ends(row);
  const channel = isFrontChannel(row.exchange) ? 'front channel' : 'back channel';
  return [
    `${row.number ?? 'Noise'}: ${messageName(row).name}`,
    `from ${spokenName(sender)}, to ${spokenName(receiver)}`,
    channel,
    wireLine(row),
    took(row),
    trouble(row),
    tampered(row),
    heldWhere(row),
    isPending(row) ? 'waiting for an answer' : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}
