import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { ProtectedResource } from '../../resources.ts';
import type { Client } from '../../storage/clients.ts';

/** What one application may ask for, at which protected resource. */
export function scopesSection({ scopes }: Client, resources: ProtectedResource[]): Html {
  const asked = resources
    .map(({ resource, scopes: words }) => ({
      resource,
      words: Object.entries(words).filter(([scope]) => scopes.includes(scope)),
    }))
    .filter(({ words }) => words.length > 0);
  return html`<section class="card">
    <h2>What it may ask for</h2>
    ${asked.length === 0 ? html`<p>Nothing.</p>` : ''}
    ${asked.map(
      ({ resource, words }) => html`<h3><code>${resource}</code></h3>
        <ul>
          ${words.map(([scope, says]) => html`<li><code>${scope}</code> ${says}</li>`)}
        </ul>`,
    )}
  </section>`;
}
