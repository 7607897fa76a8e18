/**
 * GET /account
 * POST /account/disconnect
 *
 * Which apps hold something of mine, and since when? Disconnecting one ends
 * everything it was given: refresh tokens, codes on their way, and the access
 * tokens that have not expired yet.
 */
import { type Clock, isoTime, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { readForm } from '../request-body.ts';
import { meaningOfScopes, type ProtectedResource } from '../resources.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';
import { clientLink } from './client-link.ts';
import { refuseForeignForm } from './own-page.ts';
import { type Html, renderPage } from './page.ts';
import type { Sessions } from './session.ts';

type ConnectedApp = Awaited<ReturnType<Storage['listConnectedApps']>>[number];

export function showConnectedApps(
  resources: ProtectedResource[],
  sessions: Sessions,
  storage: Storage,
): Handler {
  return async (c) => {
    const session = await sessions.find(c);
    if (!session) return c.redirect('/login?next=account', 303);
    const account = await storage.findAccount(session.subject);
    const apps = await storage.listConnectedApps(session.subject);
    const words = meaningOfScopes(resources);
    const main = html`
      <section class="card wide">
        <h1>Connected apps</h1>
        <p class="lead">
          You are signed in as <strong>${account?.username}</strong>.
          <a href="/logout">Sign out</a>
          · <a href="/developer">Developer console</a>
        </p>
        ${apps.length > 0 ? apps.map((app) => connectedApp(app, words)) : html`<p>No app is connected to your account.</p>`}
      </section>`;
    return renderPage(c, { title: 'Connected apps', main });
  };
}

function connectedApp(app: ConnectedApp, words: Record<string, string>): Html {
  const since = isoTime(app.agreedAt).slice(0, 10);
  return html`<article class="app">
    <h2>${app.clientName}</h2>
    <p class="aside">
      ${clientLink(app.clientUri)},
      since <time datetime="${since}">${since}</time>
    </p>
    <ul>
      ${app.scopes.map((scope) => html`<li>${words[scope] ?? scope}</li>`)}
    </ul>
    <form method="post" action="/account/disconnect">
      <input type="hidden" name="client_id" value="${app.clientId}" />
      <button type="submit">Disconnect ${app.clientName}</button>
    </form>
  </article>`;
}

export function disconnectApp(
  issuer: string,
  sessions: Sessions,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    refuseForeignForm(c, issuer);
    const session = await sessions.find(c);
    if (!session) return c.redirect('/login?next=account', 303);
    const form = await readForm(c);
    const clientId = form.get('client_id') ?? '';
    const client = await storage.findClient(clientId);
    const { subject } = session;
    const ended = await storage.disconnectApp(subject, clientId, seconds(clock));
    if (client && ended) {
      const theirs = { client, subject, by: 'person' } as const;
      await record({ event: 'grant_revoked', ...theirs }, storage, clock);
    }
    return c.redirect('/account', 303);
  };
}
