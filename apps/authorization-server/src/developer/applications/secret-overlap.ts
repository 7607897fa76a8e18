import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { minute, span } from '../time.ts';

/** For how long a secret that was replaced works on, as the console offers it. */
export const overlaps = [
  { value: 'at-once', words: 'It stops at once', seconds: 0 },
  { value: 'hour', words: 'It works for one more hour', seconds: 60 * 60 },
  { value: 'day', words: 'It works for one more day', seconds: 24 * 60 * 60 },
];

/**
 * While two secrets work, until when the old one does; nothing where one works.
 *
 * @param now seconds since the epoch
 */
export function secretsThatWork(
  { previousSecretExpiresAt }: Client,
  now: number,
): Html | '' {
  const until = previousSecretExpiresAt ?? 0;
  if (until <= now) return '';
  return html`<p class="notice">
    Two secrets work: the new one, and the one before for another
    <strong>${span(until - now)}</strong>, until ${minute(until)}.
  </p>`;
}
