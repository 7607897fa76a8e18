import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

/**
 * A value to take along: to be read and selected, and copied where a script runs.
 *
 * @param name what the value is called on the wire
 */
export function copyField(name: string, label: string, value: string): Html {
  return html`
    <label for="${name}">${label}</label>
    <div class="copy">
      <input id="${name}" name="${name}" value="${value}" readonly autocomplete="off" spellcheck="false" />
      <button type="button" data-copies="${name}" hidden>
        Copy<span class="unseen"> ${label}</span>
      </button>
    </div>`;
}

/** Where the script says that it copied. */
export const copied = html`<p id="copied" class="aside" aria-live="polite"></p>`;
