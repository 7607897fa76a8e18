import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { pathOfApplication } from '../applications/own-application.ts';
import { minute, span } from '../time.ts';
import { type LiveToken, mostTokensShown } from './live-tokens.ts';

/** The access tokens of one application that have not expired, each to be revoked. */
export function tokensSection(client: Client, tokens: LiveToken[], now: number): Html {
  return html`<section class="card" id="tokens">
    <h2>Live access tokens</h2>
    <p>
      Acorn stores no token, only that it was issued; the latest ${mostTokensShown} are
      listed. What a revoked one still opens, and where, is told
      <a href="/developer/tokens">when it is judged</a>.
    </p>
    ${tokens.length > 0 ? table(client, tokens, now) : html`<p>There is none at the moment.</p>`}
  </section>`;
}

function table(client: Client, tokens: LiveToken[], now: number): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Issued</th>
        <th scope="col">For</th>
        <th scope="col">Scope</th>
        <th scope="col">Expires in</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>${tokens.map((token) => row(client, token, now))}</tbody>
  </table>`;
}

function row(client: Client, token: LiveToken, now: number): Html {
  const { issuedAt, resource, scope, expiresAt } = token;
  return html`<tr>
    <th scope="row">${minute(issuedAt)}</th>
    <td data-label="For"><code>${resource}</code></td>
    <td data-label="Scope"><code>${scope}</code></td>
    <td data-label="Expires in">${span(expiresAt - now)}</td>
    <td>${token.revoked ? html`<span class="tag bad">revoked</span>` : revoke(client, token)}</td>
  </tr>`;
}

function revoke({ clientId }: Client, { jti, issuedAt }: LiveToken): Html {
  return html`<form method="post" action="${pathOfApplication(clientId)}/revoke-token">
    <input type="hidden" name="jti" value="${jti}" />
    <button type="submit">
      Revoke<span class="unseen"> the token issued at ${minute(issuedAt)}</span>
    </button>
  </form>`;
}
