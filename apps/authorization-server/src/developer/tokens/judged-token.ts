import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import { pathOfApplication } from '../applications/own-application.ts';
import { minute } from '../time.ts';
import type { OwnToken } from './own-token.ts';
import { verdictTable } from './verdict-table.ts';
import type { Verdict } from './verdicts.ts';

/** What a token says, who says what about it and, while it is active, what ends it. */
export function judgedToken(own: OwnToken, verdicts: Verdict[], isActive: boolean): Html {
  const { token, claims, client } = own;
  return html`<section class="card">
    <h1>One token, judged</h1>
    <dl class="facts">
      <dt>Issued to</dt>
      <dd><a href="${pathOfApplication(client.clientId)}">${client.clientName}</a></dd>
      <dt>For</dt>
      <dd><code>${claims.aud}</code></dd>
      <dt>Scope</dt>
      <dd><code>${claims.scope}</code></dd>
      <dt>Name (jti)</dt>
      <dd><code>${claims.jti}</code></dd>
      <dt>Expires</dt>
      <dd>${minute(claims.exp)}</dd>
    </dl>
    ${verdictTable(verdicts)}
    <div class="together">
      ${isActive ? button('/developer/tokens/revoke', token, 'Revoke this token') : ''}
      ${button('/developer/tokens', token, 'Judge it again')}
    </div>
  </section>`;
}

function button(action: string, token: string, name: string): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="token" value="${token}" />
    <button type="submit">${name}</button>
  </form>`;
}
