import { html } from 'hono/html';
import type { Html } from '../resource-owner/page.ts';
import type { Client } from '../storage/clients.ts';
import { pathOfApplication } from './own-application.ts';
import { minute } from './time.ts';

/** Whether an application is answered at all, and how to end that. */
export function stateSection(client: Client): Html {
  return html`<section class="card">
    <h2>${client.suspendedAt === null ? 'Suspend or delete it' : 'It is suspended'}</h2>
    ${client.suspendedAt === null ? suspend(client) : resume(client, client.suspendedAt)}
    <p>
      <a class="button danger" href="${pathOfApplication(client.clientId)}/delete">Delete ${client.clientName}</a>
    </p>
  </section>`;
}

function suspend({ clientId, clientName }: Client): Html {
  return html`<p>
      While it is suspended, it is issued no token; those that it has are revoked at once.
      Its registration stays.
    </p>
    <form method="post" action="${pathOfApplication(clientId)}/suspend">
      <button type="submit">Suspend ${clientName}</button>
    </form>`;
}

function resume({ clientId, clientName }: Client, since: number): Html {
  return html`<p class="notice">
      Since ${minute(since)} it is issued no token. When it is resumed it may ask again; the
      tokens that it had before stay revoked.
    </p>
    <form method="post" action="${pathOfApplication(clientId)}/resume">
      <button type="submit">Resume ${clientName}</button>
    </form>`;
}
