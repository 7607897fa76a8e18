/** How an application proves who it is, in the words of the console. */
import type { ClientAuthenticationMethod } from '../../storage/schema/clients.ts';

export function hasSecret(method: ClientAuthenticationMethod): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post';
}

/** For how long a secret that was replaced works on. */
export const overlaps = [
  { value: 'at-once', words: 'It stops at once', seconds: 0 },
  { value: 'hour', words: 'It works for one more hour', seconds: 60 * 60 },
  { value: 'day', words: 'It works for one more day', seconds: 24 * 60 * 60 },
];
