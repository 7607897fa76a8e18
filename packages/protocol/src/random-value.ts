import { randomFillSync } from 'node:crypto';

/** Random bytes that were fetched and not yet given out: fetching many at once costs as much as a few. */
const stock = Buffer.alloc(4096);
let given = stock.length;

/**
 * A value that nobody can guess: 32 random bytes (256 bits) as 43 base64url
 * characters, well beyond the 160 bits that are recommended. The alphabet
 * (`A-Z a-z 0-9 - _`) survives every form encoding unchanged.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.10
 */
export function randomValue(): string {
  if (given === stock.length) {
    randomFillSync(stock);
    given = 0;
  }
  const bytes = stock.subarray(given, given + 32);
  given += 32;
  const value = bytes.toString('base64url');
  bytes.fill(0);
  return value;
}
