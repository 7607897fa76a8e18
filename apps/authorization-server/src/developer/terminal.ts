import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';

/** Lines to type in a terminal; where they are too long, the box scrolls. */
export function terminal(title: string, lines: string[]): Html {
  return html`<h2 id="terminal">${title}</h2>
    <pre tabindex="0" role="region" aria-labelledby="terminal"><code>${lines.join('\n')}</code></pre>`;
}
