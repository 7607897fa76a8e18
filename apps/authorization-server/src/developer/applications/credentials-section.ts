import { html } from 'hono/html';
import { needsSecret } from '../../registration/issued-values.ts';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { minute, span } from '../time.ts';
import { methods } from '../words.ts';
import { pathOfApplication } from './own-application.ts';
import { overlaps } from './secret-overlap.ts';

/** How one application proves who it is, and the form for a new secret. */
export function credentialsSection(client: Client, now: number): Html {
  return html`<section class="card">
    <h2>How it proves who it is</h2>
    <p>With ${methods[client.tokenEndpointAuthMethod].name}.</p>
    ${client.jwksUri && html`<p>Its keys: <code>${client.jwksUri}</code></p>`}
    ${client.jwks && html`<p>Its keys: ${client.jwks.keys.map((key) => html`<code>${key.kid ?? 'without a kid'}</code> `)}</p>`}
    ${needsSecret(client) ? secrets(client, now) : ''}
  </section>`;
}

function secrets(client: Client, now: number): Html {
  return html`${overlap(client, now)}
    <form method="post" action="${pathOfApplication(client.clientId)}/rotate-secret">
      <fieldset>
        <legend>The old secret, once there is a new one</legend>
        ${overlaps.map(
          ({ value, words }) => html`<label class="choice">
            <input type="radio" name="overlap" value="${value}" required ${value === 'hour' ? 'checked' : ''} />
            ${words}
          </label>`,
        )}
      </fieldset>
      <button type="submit">Make a new secret</button>
    </form>`;
}

/** Two secrets work at the moment, or one. */
function overlap({ previousSecretExpiresAt }: Client, now: number): Html {
  const until = previousSecretExpiresAt ?? 0;
  if (until <= now) {
    return html`<p>One secret works. Acorn keeps its hash only, and cannot show it.</p>`;
  }
  return html`<p class="notice">
    Two secrets work: the new one, and the one before for another
    <strong>${span(until - now)}</strong>, until ${minute(until)}.
  </p>`;
}
