/**
 * GET /developer/initial-access-tokens
 *
 * The tokens with which a program registers itself, and the form for another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { ProtectedResource } from '../../resources.ts';
import type { InitialAccessToken } from '../../storage/initial-access-tokens.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { developerOf } from '../developer.ts';
import { errorSummary, type Refusals } from '../error-summary.ts';
import { minute } from '../time.ts';
import { initialAccessTokenForm, untouched } from './initial-access-token-form.ts';

export function initialAccessTokens(
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
): Handler {
  return (c) =>
    initialAccessTokensPage(c, resources, storage, clock, untouched, new Map());
}

/** @param typed what is in the form */
export async function initialAccessTokensPage(
  c: Context,
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
  typed: URLSearchParams,
  refusals: Refusals,
) {
  const tokens = await storage.listInitialAccessTokens(developerOf(c).subject);
  const main = html`${errorSummary(refusals)}
    <section class="card">
      <h1>Initial access tokens</h1>
      <p class="lead">
        With one of these a program registers itself, without this page. What
        it registers is yours, and gets no scope that the token does not give.
      </p>
      ${tokens.length > 0 ? table(tokens, seconds(clock)) : html`<p>You have none.</p>`}
    </section>
    <section class="card">
      <h2>Make one</h2>
      ${initialAccessTokenForm(resources, typed, refusals)}
    </section>`;
  const status = refusals.size > 0 ? 400 : 200;
  return consolePage(c, { title: 'Initial access tokens', main, status });
}

function table(tokens: InitialAccessToken[], now: number): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Made</th>
        <th scope="col">Scopes</th>
        <th scope="col">Registrations left</th>
        <th scope="col">Works until</th>
        <th scope="col">Remove</th>
      </tr>
    </thead>
    <tbody>${tokens.map((token) => row(token, now))}</tbody>
  </table>`;
}

function row(token: InitialAccessToken, now: number): Html {
  const { tokenHash, scopes, registrationsLeft, createdAt, expiresAt } = token;
  return html`<tr>
    <th scope="row">${minute(createdAt)}</th>
    <td data-label="Scopes">${scopes.map((scope) => html`<code>${scope}</code> `)}</td>
    <td data-label="Registrations left">${registrationsLeft}</td>
    <td data-label="Works until">${minute(expiresAt)}${expiresAt <= now ? ' (over)' : ''}</td>
    <td>
      <form method="post" action="/developer/initial-access-tokens/remove">
        <input type="hidden" name="token_hash" value="${tokenHash}" />
        <button type="submit">Remove<span class="unseen"> the token made at ${minute(createdAt)}</span></button>
      </form>
    </td>
  </tr>`;
}
