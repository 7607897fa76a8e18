import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import { minute } from '../time.ts';
import { pathOfApplication } from './own-application.ts';

/** Whether an application is answered at all, and how to end that. */
export function stateSection(client: Client): Html {
  return html`<section class="card">
    <h2>${client.suspendedAt === null ? 'Suspend or delete it' : 'It is suspended'}</h2>
    ${client.suspendedAt === null ? beforeSuspension : whileSuspended(client.suspendedAt)}
    <div class="together">
      ${client.suspendedAt === null ? button(client, 'suspend', 'Suspend') : button(client, 'resume', 'Resume')}
      <a class="button danger" href="${pathOfApplication(client.clientId)}/delete">Delete ${client.clientName}</a>
    </div>
  </section>`;
}

const beforeSuspension = html`<p>
  While it is suspended, it is issued no token; those that it has are revoked at once. Its
  registration stays.
</p>`;

function whileSuspended(since: number): Html {
  return html`<p class="notice">
    Since ${minute(since)} it is issued no token. When it is resumed it may ask again; the
    tokens that it had before stay revoked.
  </p>`;
}

function button({ clientId, clientName }: Client, action: string, name: string): Html {
  return html`<form method="post" action="${pathOfApplication(clientId)}/${action}">
    <button type="submit">${name} ${clientName}</button>
  </form>`;
}
