/**
 * An error that must not be sent to the client is shown to the person: who
 * refused what, why, and what to do.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
import type { OAuthError } from '@four-roles/protocol/oauth-error';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { currentTraceId } from '@four-roles/protocol/trace-context';
import { hostIsOurs } from '@four-roles/runtime/canonical-host';
import type { Context } from 'hono';
import { html } from 'hono/html';
import {
  redirectUriRegistered,
  requestOfActiveClient,
} from '../rules/authorization-request.ts';
import { applicationOfItsOwner, tokenOfOwnApplication } from '../rules/developer.ts';
import {
  keyPublished,
  keysForOperators,
  rotationOneAtATime,
} from '../rules/signing-keys.ts';
import { type Html, type Page, renderPage } from './page.ts';

export function errorPage(c: Context, error: OAuthError) {
  const { rule, evidence } = error;
  const words = wordsFor(error);
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
      ${rule === redirectUriRegistered ? comparison(evidence.expected as string[], String(evidence.received)) : ''}
      <p class="aside">What to do: ${words.todo}</p>
      ${c.req.path.startsWith('/developer/') ? html`<p><a href="/developer">Your applications</a></p>` : ''}
    </section>`;
  return renderPage(c, {
    title: words.title,
    main,
    status: error.status as NonNullable<Page['status']>,
  });
}

/** On a page of ours, errors of a form that none of our pages has. */
const formsOnly = ['access_denied', 'invalid_client_metadata'];

/** What a person can make of it. */
function wordsFor({ error, rule }: OAuthError) {
  if (error === 'server_error') {
    return {
      title: 'Something broke at Acorn',
      lead: 'This is our fault. Nothing was shared.',
      todo: 'try again in a moment.',
    };
  }
  if (rule === applicationOfItsOwner) {
    return {
      title: 'There is no such application',
      lead: 'There is none of yours at this address. Nothing was changed.',
      todo: 'open it from the list of your applications.',
    };
  }
  if (error === 'not_found') {
    return {
      title: 'There is no such page',
      lead: 'The address leads nowhere.',
      todo: 'start at the app that you want to use.',
    };
  }
  if (rule === keysForOperators) {
    return {
      title: 'This page is for whoever runs Acorn',
      lead: 'You are signed in, and not as an operator of this server. Nothing was changed.',
      todo: 'sign in as an operator, or go back to your applications.',
    };
  }
  if (rule === rotationOneAtATime || rule === keyPublished) {
    return {
      title: 'The keys are as they were',
      lead: 'What you asked for was for another moment. Nothing was changed.',
      todo: 'look at the list of keys again: it shows how they are now.',
    };
  }
  if (rule === tokenOfOwnApplication) {
    return {
      title: 'That token is not one of yours',
      lead: 'It was issued to an application of somebody else, or to none. Nothing was changed.',
      todo: 'open one of your applications: its live tokens are listed there.',
    };
  }
  if (formsOnly.includes(error) || rule === hostIsOurs) {
    return {
      title: 'Acorn refused this request',
      lead: 'It does not come from a page of ours, or not from whoever saw that page. Nothing was changed.',
      todo: 'go back, load the page again, and answer it there.',
    };
  }
  if (rule === requestOfActiveClient) {
    return {
      title: 'This app is suspended',
      lead: 'For now, Acorn signs nobody in to it. Nothing was shared, and you have not been sent back to it.',
      todo: 'ask whoever runs the app. Nothing that you can do here changes it.',
    };
  }
  return {
    title: 'Acorn refused this request',
    lead: 'You have not been sent back to the app, because this request cannot be trusted. Nothing was shared.',
    todo: 'go back to the app and start again. If it happens again, the app has to be corrected by whoever made it.',
  };
}

/** What was registered beside what was received, the part that differs marked. */
function comparison(registered: string[], received: string): Html {
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
