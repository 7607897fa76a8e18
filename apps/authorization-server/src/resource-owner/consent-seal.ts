/**
 * A seal (a message authentication code) over who was asked and what they were asked. The consent form carries
 * it, so the answer is the answer to that question, by that person.
 */
import { createHmac } from 'node:crypto';

/**
 * @param secret the server's own secret
 * @param request the authorization request, as a query string
 */
export function sealConsent(secret: string, subject: string, request: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['consent', subject, request]))
    .digest('base64url');
}
