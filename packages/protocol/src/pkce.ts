/**
 * Proof Key for Code Exchange ("pixy"): the client keeps a random
 * `code_verifier`, sends its hash as `code_challenge` with the authorization
 * request, and shows the verifier when it redeems the code. A stolen code is
 * of no use to whoever did not make the verifier.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636
 */
import { sha256 } from './hash.ts';
import { randomValue } from './random-value.ts';

/**
 * A fresh verifier: 43 characters, 256 random bits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function createCodeVerifier(): string {
  return randomValue();
}

/**
 * `code_challenge = BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))`
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export function codeChallengeS256(codeVerifier: string): string {
  return sha256(codeVerifier);
}

/**
 * 43 to 128 unreserved characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function isCodeVerifier(text: string): boolean {
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(text);
}

/**
 * What S256 makes: the 43 base64url characters of 32 bytes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export function isCodeChallengeS256(text: string): boolean {
  return /^[A-Za-z0-9\-_]{43}$/.test(text);
}
