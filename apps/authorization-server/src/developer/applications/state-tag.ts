import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';

export function stateTag(client: Client): Html {
  return client.suspendedAt === null
    ? html`<span class="tag good">active</span>`
    : html`<span class="tag bad">suspended</span>`;
}
