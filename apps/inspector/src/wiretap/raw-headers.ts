/**
 * Header fields as they crossed the wire: order, case and repetitions kept.
 */
import type { OutgoingMessage } from 'node:http';
import type { RawHeaders } from '../recording/exchange.ts';

/** @param flat name, value, name, value: what node:http calls raw */
export function inPairs(flat: string[]): RawHeaders {
  const pairs: RawHeaders = [];
  for (let index = 0; index < flat.length; index += 2) {
    pairs.push([flat[index]!, flat[index + 1]!]);
  }
  return pairs;
}

/** @param name in lower case */
export function isNamed(name: string): (field: RawHeaders[number]) => boolean {
  return ([each]) => each.length === name.length && each.toLowerCase() === name;
}

/** @param startLine the request line or the status line */
export function headText(startLine: string, headers: RawHeaders): string {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `${startLine}\r\n${fields.join('')}\r\n`;
}

/**
 * Put the head of a message in the very words in which it came.
 *
 * node:http has worked out by then, from the same fields, how the body is
 * framed and whether the connection stays; but it says HTTP/1.1 even to whom
 * speaks 1.0, and reads a Content-Disposition in UTF-8 as something else. For
 * its text there is only this member, which has no public name.
 */
export function sayExactly(
  message: OutgoingMessage,
  startLine: string,
  headers: RawHeaders,
): void {
  (message as unknown as { _header: string })._header = headText(startLine, headers);
}
