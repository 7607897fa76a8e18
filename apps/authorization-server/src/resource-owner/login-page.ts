import type { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ReturnAddress } from '../authorization-request.ts';
import { renderPage } from './page.ts';
import { type Place, purposeOf } from './places.ts';

type Login = {
  /** Absent where somebody signs in for a page of this server, and not for an app. */
  to?: ReturnAddress | undefined;
  /** The page of this server that comes next, where no app does. */
  place?: Place;
  /** The authorization request, as a query string. */
  request: string;
  username: string;
  error?: OAuthError;
};

/** The login screen. */
export function loginPage(c: Context, login: Login) {
  const { to, place = 'account', request, username, error } = login;
  const status = error?.status === 429 ? 429 : error ? 403 : 200;
  const main = html`
    <section class="card">
      <h1>Sign in</h1>
      <p class="lead">
        ${
          to
            ? html`to continue to <strong>${to.client.clientName}</strong>. It will not see your password.`
            : purposeOf(place)
        }
      </p>
      ${error && html`<p class="alert" role="alert" id="error">${explain(error)}</p>`}
      <form method="post" action="/login">
        <input type="hidden" name="request" value="${request}" />
        <input type="hidden" name="next" value="${place}" />
        <label for="username">Username</label>
        <input
          id="username" name="username" value="${username}" autocomplete="username"
          autocapitalize="none" spellcheck="false" required
          ${username ? '' : 'autofocus'} ${error ? html`aria-describedby="error"` : ''}
        />
        <label for="password">Password</label>
        <input
          id="password" name="password" type="password" autocomplete="current-password"
          required ${username ? 'autofocus' : ''} ${error ? html`aria-describedby="error"` : ''}
        />
        <button type="submit" class="primary">Sign in</button>
      </form>
    </section>
    <p class="aside">Type your Acorn password on this site only: look for its address in the address bar.</p>`;
  return renderPage(c, {
    title: 'Sign in',
    main,
    status,
    formLeadsTo: to?.redirectUri,
  });
}

/** For somebody who opened the login page from a bookmark. */
export function nothingInProgressPage(c: Context, client: string) {
  const main = html`
    <section class="card">
      <h1>Nothing is in progress</h1>
      <p class="lead">
        A sign-in starts at the app that you want to use. Start there, and it will send
        you here.
      </p>
      <p class="actions">
        <a class="button primary" href="${client}">Go to Briefing</a>
        <a class="button" href="/account">Your account</a>
      </p>
    </section>`;
  return renderPage(c, { title: 'Nothing is in progress', main });
}

function explain(error: OAuthError): string {
  if (error.status === 429) {
    return `Too many attempts. Wait ${error.evidence.received} seconds, then try again.`;
  }
  return 'That username and that password do not fit together.';
}
