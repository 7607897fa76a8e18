/**
 * Header fields as they crossed the wire: order, case and repetitions kept.
 */
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
