/**
 * A recording as Markdown, for a handout or a bug report: each flow as a
 * picture, then its messages one by one, with the rules that judged them.
 *
 * Whatever a message contains stands in a code block that it cannot end, or is
 * escaped: text of a stranger never becomes markup.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
import { nameMessage } from '../explain/name-message.ts';
import type { Exchange, Recording, RuleVerdict, Side } from '../recording/exchange.ts';
import { requestText, responseText } from './http-text.ts';
import { participants, toMermaid } from './mermaid.ts';
import { messagesInOrder } from './message-order.ts';

export function toMarkdown({ exchanges, flows, origins, masked }: Recording): string {
  const sections = flows.flatMap(({ id, name }) => {
    const own = exchanges.filter(({ flow, noise }) => flow === id && !noise);
    return own.length === 0 ? [] : [`## ${escaped(name)}`, ...flowParts(own)];
  });
  const roles = participants.filter(({ party }) => party in origins);
  const lines = [
    '# A recording of Four Roles',
    masked ? 'Secrets are masked.' : 'Secrets are not masked: do not publish this.',
    roles
      .map(
        ({ party, name }) =>
          `- ${name}: ${escaped(origins[party as keyof typeof origins])}`,
      )
      .join('\n'),
    ...sections,
  ];
  return `${lines.join('\n\n')}\n`;
}

function flowParts(exchanges: Exchange[]): string[] {
  return [
    fenced('mermaid', toMermaid(exchanges).trimEnd()),
    ...messagesInOrder(exchanges).flatMap(({ exchange, side }, index) => [
      `### ${index + 1}. ${escaped(heading(exchange, side))}`,
      ...(side === 'request' ? requestParts(exchange) : responseParts(exchange)),
    ]),
  ];
}

function heading(exchange: Exchange, side: Side): string {
  const { from, to } = exchange;
  const name = nameMessage(exchange)[side]?.name ?? 'no answer';
  return side === 'request' ? `${name} (${from} to ${to})` : `${name} (${to} to ${from})`;
}

function requestParts({ request, requestBefore }: Exchange): string[] {
  const now = fenced('http', requestText(request));
  if (!requestBefore) return [now];
  return ['As it was sent:', fenced('http', requestText(requestBefore)), changed, now];
}

const changed = 'Changed in the wire to:';

function responseParts(exchange: Exchange): string[] {
  const { response, responseBefore, failure, verdicts, verdictsCut } = exchange;
  return [
    ...(failure ? [escaped(failure)] : []),
    ...(responseBefore
      ? ['As it was sent:', fenced('http', responseText(responseBefore)), changed]
      : []),
    ...(response ? [fenced('http', responseText(response))] : []),
    ...(verdicts.length > 0 ? [verdictTable(verdicts)] : []),
    ...(verdictsCut ? ['More rules were tried than the trace had room for.'] : []),
  ];
}

function verdictTable(verdicts: RuleVerdict[]): string {
  return [
    '| | rule | expected | received | specification |',
    '| --- | --- | --- | --- | --- |',
    ...verdicts.map(({ rule, passed, expected = '', received = '' }) => {
      const cells = [
        rule.says ? `${rule.id}: ${rule.says}` : rule.id,
        expected,
        received,
      ];
      return `| ${passed ? 'held' : '**broken**'} | ${[...cells, rule.spec].map(escaped).join(' | ')} |`;
    }),
  ].join('\n');
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** On one line, and with no meaning in Markdown or HTML. */
function escaped(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.replace(/[\\`*_[\]<>&|#~$!]/g, (one) => `\\${one}`);
}
