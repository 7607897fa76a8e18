/**
 * What the wiretap itself answers: a page for a browser, JSON for a program,
 * where the role cannot.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const style =
  'body{font:1.25rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1.5rem}' +
  ':root{color-scheme:light dark}';
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'`;

export type OwnAnswer = {
  status: 400 | 502;
  /** For programs: `bad_gateway`. */
  error: string;
  title: string;
  /** A paragraph each. */
  sentences: string[];
};

export function answerInstead(
  request: IncomingMessage,
  response: ServerResponse,
  { status, error, title, sentences }: OwnAnswer,
): void {
  const html = String(request.headers.accept).includes('text/html');
  const body = html
    ? page(title, sentences)
    : JSON.stringify({ error, error_description: [`${title}.`, ...sentences].join(' ') });
  response
    .writeHead(status, {
      'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      ...(html && { 'Content-Security-Policy': policy }),
    })
    .end(body);
}

function page(title: string, sentences: string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body><h1>${escaped(title)}</h1>`,
    ...sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    '</body></html>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
