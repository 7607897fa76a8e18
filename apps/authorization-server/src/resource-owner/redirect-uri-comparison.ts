import { html } from 'hono/html';
import type { Html } from './page.ts';

/** What was registered beside what was received, the part that differs marked. */
export function redirectUriComparison(registered: string[], received: string): Html {
  return html`<h2>The redirect URIs, side by side</h2>
    <dl class="facts">
      ${registered.map((uri) => html`<dt>Registered</dt><dd><code>${marked(uri, received)}</code></dd>`)}
      <dt>Received</dt>
      <dd><code>${marked(received, registered[0] ?? '')}</code></dd>
    </dl>`;
}

function marked(text: string, other: string): Html {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  let end = text.length;
  let otherEnd = other.length;
  while (end > start && otherEnd > start && text[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}
