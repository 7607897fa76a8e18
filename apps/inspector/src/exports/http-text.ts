/** A message as HTTP, to be read: start line, headers, body. */
import type {
  Body,
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
} from '../recording/exchange.ts';

/** Characters. What a page or a script has beyond them tells nothing of OAuth. */
const longestBody = 4000;

export function requestText({ method, target, headers, body }: RecordedRequest): string {
  return message(`${method} ${target} HTTP/1.1`, headers, body);
}

export function responseText(response: RecordedResponse): string {
  const { status, reason, headers, body } = response;
  return message(`HTTP/1.1 ${status} ${reason}`.trim(), headers, body);
}

function message(start: string, headers: RawHeaders, body: Body): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [start, ...lines, '', ...bodyLines(body)].join('\n').trimEnd();
}

function bodyLines({ text, encoding, size, cut, omitted }: Body): string[] {
  if (size === 0 && text === '') return [];
  if (omitted) return [`(${size} bytes that are not in this list)`];
  if (encoding === 'base64') return [`(${size} bytes that are no text)`];
  const isLong = text.length > longestBody;
  const shown = isLong ? text.slice(0, longestBody) : text;
  return cut || isLong ? [shown, `(... of ${size} bytes)`] : [shown];
}
