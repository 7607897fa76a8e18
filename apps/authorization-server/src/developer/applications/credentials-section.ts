import { html } from 'hono/html';
import { needsSecret } from '../../client-authentication/methods.ts';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { methods } from '../words.ts';
import { pathOfApplication } from './own-application.ts';
import { overlaps, secretsThatWork } from './secret-overlap.ts';

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
  return html`${secretsThatWork(client, now) || html`<p>One secret works. Acorn keeps its hash only, and cannot show it.</p>`}
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
