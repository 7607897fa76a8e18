import { randomFillSync } from 'node:crypto';

/** Random bytes that were fetched and not yet given out: fetching many at once costs as much as a few. */
const stock = Buffer.alloc(4096);
let given = stock.length;

/** @param count how many random bytes, at most 4096 */
export function randomText(count: number, encoding: 'base64url' | 'hex'): string {
  if (given + count > stock.length) {
    randomFillSync(stock);
    given = 0;
  }
  const bytes = stock.subarray(given, given + count);
  given += count;
  const text = bytes.toString(encoding);
  bytes.fill(0);
  return text;
}

/**
 * A value that nobody can guess: 32 random bytes (256 bits) as 43 base64url
 * characters, well beyond the 160 bits that are recommended. The alphabet
 * (`A-Z a-z 0-9 - _`) survives every form encoding unchanged.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.10
 */
export function randomValue(): string {
  return randomText(32, 'base64url');
}
