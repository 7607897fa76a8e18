/**
 * The transformation S256, step by step: from the code_verifier to the
 * code_challenge, in the browser.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
import { base64url } from 'jose';

export type Transformation = {
  /** The ASCII bytes of the verifier, in hexadecimal. */
  bytes: string;
  /** The SHA-256 of them, in hexadecimal. */
  hash: string;
  /** The hash in base64url, without padding. */
  challenge: string;
};

export async function transform(verifier: string): Promise<Transformation> {
  const bytes = new TextEncoder().encode(verifier);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    bytes: hexadecimal(bytes),
    hash: hexadecimal(hash),
    challenge: base64url.encode(hash),
  };
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
