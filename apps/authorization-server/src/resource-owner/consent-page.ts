import { isSubset } from '@four-roles/protocol/scope';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { RequestedAuthorization, ReturnAddress } from '../authorization-request.ts';
import { meaningOfScopes, type ProtectedResource, requiredScope } from '../resources.ts';
import type { Session } from '../storage/sessions.ts';
import type { Storage } from '../storage/storage.ts';
import { clientLink } from './client-link.ts';
import { sealConsent } from './consent-seal.ts';
import { type Html, renderPage } from './page.ts';

type Consent = {
  to: ReturnAddress;
  request: RequestedAuthorization;
  session: Session;
  /** The authorization request, as it was sent. */
  sent: URLSearchParams;
  secret: string;
  resources: ProtectedResource[];
  storage: Storage;
};

/** "Do you allow this app ...?" */
export async function consentPage(c: Context, consent: Consent) {
  const { to, request, session, sent, secret, resources, storage } = consent;
  const { client, redirectUri } = to;
  const account = await storage.findAccount(session.subject);
  const words = meaningOfScopes(resources);
  const agreed = await storage.findAgreedScopes(session.subject, client.clientId);
  const query = sent.toString();
  const main = html`
    <section class="card">
      <h1>Do you allow <em>${client.clientName}</em> to do this?</h1>
      <p class="lead">
        ${clientLink(client.clientUri)}
        asks for access to your Acorn account, <strong>${account?.username}</strong>.
      </p>
      <form method="post" action="/consent">
        <input type="hidden" name="request" value="${query}" />
        <input type="hidden" name="seal" value="${sealConsent(secret, session.subject, query)}" />
        <fieldset>
          <legend>${client.clientName} would be able to</legend>
          <ul class="scopes">
            ${request.scopes.map((scope) => scopeChoice(scope, words[scope] ?? scope, agreed))}
          </ul>
        </fieldset>
        <p class="aside">
          Untick what you do not want to share. Either way you go back to
          <strong>${hostOf(redirectUri)}</strong>.
        </p>
        <div class="actions">
          <button type="submit" name="decision" value="deny">Deny</button>
          <button type="submit" name="decision" value="allow" class="primary">Allow</button>
        </div>
      </form>
    </section>
    <p class="aside">
      You can take this back at any time under <a href="/account">connected apps</a>.
    </p>`;
  return renderPage(c, {
    title: `Allow ${client.clientName}?`,
    main,
    formLeadsTo: redirectUri,
  });
}

function scopeChoice(scope: string, words: string, agreed: string[]): Html {
  const id = `scope-${scope}`;
  const known = isSubset([scope], agreed)
    ? html` <span class="tag">allowed before</span>`
    : '';
  if (scope === requiredScope) {
    return html`<li>
      <input type="checkbox" id="${id}" checked disabled />
      <label for="${id}">${words}<small><code>${scope}</code> <span class="tag">needed to sign in</span></small></label>
    </li>`;
  }
  return html`<li>
    <input type="checkbox" id="${id}" name="scope" value="${scope}" checked />
    <label for="${id}">${words}<small><code>${scope}</code>${known}</small></label>
  </li>`;
}

/** What a person recognizes of an address. */
function hostOf(uri: string): string {
  return new URL(uri).host || uri;
}
