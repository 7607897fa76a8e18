import { randomBytes } from 'node:crypto';

/**
 * A value that nobody can guess: 32 random bytes (256 bits) as 43 base64url
 * characters, well beyond the 160 bits that are recommended. The alphabet
 * (`A-Z a-z 0-9 - _`) survives every form encoding unchanged.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.10
 */
export function randomValue(): string {
  return randomBytes(32).toString('base64url');
}
