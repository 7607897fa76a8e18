/** A message as text, as it crossed the wire; a compressed body as what it says. */
import type {
  RawHeaders,
  RecordedRequest,
  RecordedResponse,
} from '../../recording/exchange.ts';

export function requestText({ method, target, headers, body }: RecordedRequest): string {
  return `${method} ${target} HTTP/1.1\n${headerText(headers)}\n${body.text}`;
}

export function responseText({
  status,
  reason,
  headers,
  body,
}: RecordedResponse): string {
  return `HTTP/1.1 ${status} ${reason}\n${headerText(headers)}\n${body.text}`;
}

function headerText(headers: RawHeaders): string {
  return headers.map(([name, value]) => `${name}: ${value}\n`).join('');
}
