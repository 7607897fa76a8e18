/**
 * GET /developer
 *
 * The applications of whoever is signed in, and of nobody else.
 */
import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { developerOf } from '../developer.ts';
import { day } from '../time.ts';
import { methods, types } from '../words.ts';
import { pathOfApplication } from './own-application.ts';
import { stateTag } from './state-tag.ts';

export function applications(storage: Storage): Handler {
  return async (c) => {
    const clients = await storage.listClientsOf(developerOf(c).subject);
    const main = html`
      <section class="card">
        <h1>Your applications</h1>
        ${clients.length > 0 ? table(clients) : nothingYet}
        <p><a class="button primary" href="/developer/applications/new">Register an application</a></p>
      </section>`;
    return consolePage(c, { title: 'Applications', main });
  };
}

const nothingYet = html`<p class="lead">
  You have registered no application yet. Register one, and it can ask for tokens a
  minute later: in its own name, or in that of the people who let it in.
</p>`;

function table(clients: Client[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Application</th>
        <th scope="col">Type</th>
        <th scope="col">Client ID</th>
        <th scope="col">Proves itself with</th>
        <th scope="col">Since</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>${clients.map(row)}</tbody>
  </table>`;
}

function row(client: Client): Html {
  return html`<tr>
    <th scope="row"><a href="${pathOfApplication(client.clientId)}">${client.clientName}</a></th>
    <td data-label="Type">${types[client.applicationType].name}</td>
    <td data-label="Client ID"><code>${client.clientId}</code></td>
    <td data-label="Proves itself with">${methods[client.tokenEndpointAuthMethod].name}</td>
    <td data-label="Since">${day(client.registeredAt)}</td>
    <td data-label="State">${stateTag(client)}</td>
  </tr>`;
}
