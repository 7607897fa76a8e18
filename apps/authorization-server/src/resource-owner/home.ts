/**
 * GET /
 *
 * For somebody who opens the authorization server in a browser: what it is.
 */
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { renderPage } from './page.ts';

export function home(client: string): Handler {
  return (c) => {
    const main = html`
      <section class="card wide">
        <h1>The guard at the door</h1>
        <p class="lead">
          This is the authorization server of Acorn. It checks who you are, asks what you
          allow, and hands out passes that other servers accept. It holds no pictures and
          no mail.
        </p>
        <dl class="endpoints">
          <dt><a href="/.well-known/oauth-authorization-server">Metadata</a></dt>
          <dd>what this server can do, and where</dd>
          <dt><a href="/jwks">Keys</a></dt>
          <dd>with which anybody can verify what it signed</dd>
          <dt><a href="/account">Connected apps</a></dt>
          <dd>which apps hold something of yours</dd>
          <dt><a href="/developer">Developer console</a></dt>
          <dd>register an application of your own, and look after it</dd>
        </dl>
        <p class="actions"><a class="button primary" href="${client}">Start at Briefing</a></p>
      </section>`;
    return renderPage(c, { title: 'Authorization server', main });
  };
}
