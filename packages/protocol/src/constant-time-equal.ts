import { timingSafeEqual } from 'node:crypto';
import { sha256Bytes } from './hash.ts';

/**
 * Are two strings equal? The time it takes says nothing about where they
 * differ, nor about their lengths: both are hashed before they are compared.
 */
export function constantTimeEqual(a: string, b: string): boolean {
  return timingSafeEqual(sha256Bytes(a), sha256Bytes(b));
}
