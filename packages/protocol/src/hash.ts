import { hash } from 'node:crypto';

/**
 * SHA-256 as base64url: how codes, tokens and secrets are stored. They hold
 * 256 random bits, so a fast hash is enough: there is nothing to guess.
 * (A password is another matter: it needs a slow, memory-hard hash.)
 */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** SHA-256 as bytes. */
export function sha256Bytes(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
