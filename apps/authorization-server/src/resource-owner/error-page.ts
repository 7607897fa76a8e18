/**
 * An error that must not be sent to the client is shown to the person: who
 * refused what, why, and what to do.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
import type { OAuthError } from '@four-roles/protocol/oauth-error';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { currentTraceId } from '@four-roles/protocol/trace-context';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { redirectUriRegistered } from '../rules/authorization-request.ts';
import { errorWords } from './error-words.ts';
import { type Page, renderPage } from './page.ts';
import { redirectUriComparison } from './redirect-uri-comparison.ts';

export function errorPage(c: Context, error: OAuthError) {
  const { rule, evidence } = error;
  const words = errorWords(error);
  const main = html`
    <section class="card wide">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <dl class="facts">
        <dt>Who refused</dt>
        <dd>the authorization server</dd>
        <dt>Error</dt>
        <dd><code>${error.error}</code></dd>
        ${
          !rule &&
          html`<dt>What happened</dt>
          <dd>${error.message}</dd>`
        }
        ${
          rule &&
          html`<dt>The rule</dt>
          <dd>${rule.says} <a href="${specificationLink(rule.spec)}">${rule.spec}</a></dd>
          <dt>What it stops</dt>
          <dd>${rule.stops}</dd>`
        }
        <dt>Request</dt>
        <dd><code>${currentTraceId()}</code>, for whoever reads the log</dd>
      </dl>
      ${rule === redirectUriRegistered ? redirectUriComparison(evidence.expected as string[], String(evidence.received)) : ''}
      <p class="aside">What to do: ${words.todo}</p>
      ${c.req.path.startsWith('/developer/') ? html`<p><a href="/developer">Your applications</a></p>` : ''}
    </section>`;
  return renderPage(c, {
    title: words.title,
    main,
    status: error.status as NonNullable<Page['status']>,
  });
}
