/**
 * Messages as a Mermaid sequence diagram, which READMEs and wikis draw by
 * themselves. Names only: nothing in it is secret, and nothing is random.
 *
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html
 */
import type { Exchange, Party } from '../recording/exchange.ts';
import { messageLabel } from './message-label.ts';
import { messagesInOrder } from './message-order.ts';

/** From left to right. */
export const participants: { party: Party; id: string; name: string }[] = [
  { party: 'browser', id: 'B', name: "Resource owner's browser" },
  { party: 'client', id: 'C', name: 'Client (Briefing)' },
  {
    party: 'authorization-server',
    id: 'A',
    name: 'Authorization server (Acorn accounts)',
  },
  { party: 'resource-server', id: 'R', name: 'Resource server (Acorn APIs)' },
  { party: 'worker', id: 'W', name: 'Worker (Nightly)' },
  { party: 'other', id: 'O', name: 'Another program' },
];

/** Without noise; of the participants only those who take part. */
export function toMermaid(exchanges: readonly Exchange[]): string {
  const messages = messagesInOrder(exchanges.filter(({ noise }) => !noise));
  const taking = new Set(messages.flatMap(({ exchange: { from, to } }) => [from, to]));
  return [
    'sequenceDiagram',
    ...participants
      .filter(({ party }) => taking.has(party))
      .map(({ id, name }) => `    participant ${id} as ${name}`),
    ...messages.map(({ exchange, side }) => {
      const [from, to] = [idOf(exchange.from), idOf(exchange.to)];
      if (side === 'request') {
        return `    ${from}->>${to}: ${plain(messageLabel(exchange, side))}`;
      }
      if (!exchange.response) return `    ${to}--x${from}: no answer`;
      return `    ${to}-->>${from}: ${plain(messageLabel(exchange, side))}`;
    }),
    '',
  ].join('\n');
}

function idOf(party: Party): string {
  return participants.find((one) => one.party === party)!.id;
}

const longest = 100;

/** What has a meaning in Mermaid or in HTML, as a character code: `#59;` for a semicolon. */
function plain(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return short.replace(/[#;<>&\\"'`]|[%$](?=[%${])/g, (one) => `#${one.charCodeAt(0)};`);
}
