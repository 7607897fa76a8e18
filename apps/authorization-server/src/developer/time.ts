/** Times, as the console writes them: in words, and for programs. */
import { isoTime } from '@four-roles/protocol/clock';
import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

/** @param at seconds since the epoch */
export function day(at: number): Html {
  const date = isoTime(at).slice(0, 10);
  return html`<time datetime="${date}">${date}</time>`;
}

/** @param at seconds since the epoch */
export function minute(at: number): Html {
  const time = isoTime(at);
  return html`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** @param at seconds since the epoch */
export function second(at: number): Html {
  const time = isoTime(at);
  return html`<time datetime="${time}">${time.replace('T', ' ').replace('Z', ' UTC')}</time>`;
}

/**
 * How long, in words: in the largest unit of which there is at least one.
 *
 * @param length seconds
 */
export function span(length: number): string {
  for (const [unit, size] of units) {
    const count = Math.floor(length / size);
    if (count >= 1) return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
  }
  return 'less than a second';
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
