/**
 * GET /developer/applications/:client_id/delete
 * POST /developer/applications/:client_id/delete
 *
 * What ends with an application, before it ends.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { accessTokenLifetime } from '../../lifetimes.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { developerOf } from '../developer.ts';
import { span } from '../time.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function confirmDelete(storage: Storage): Handler {
  return async (c) => {
    const { clientId, clientName, grantTypes } = await ownApplication(c, storage);
    const people = await storage.countPeopleWhoAgreed(clientId);
    const path = pathOfApplication(clientId);
    const main = html`<section class="card">
      <h1>Delete ${clientName}?</h1>
      <p class="lead">This cannot be undone. With it end:</p>
      <ul>
        <li>its registration: nobody can use <code>${clientId}</code> again</li>
        ${grantTypes.includes('refresh_token') ? html`<li>every refresh token that it was issued</li>` : ''}
        <li>
          every access token: at once where a server asks Acorn about it, and anywhere else
          when it expires, in ${span(accessTokenLifetime)} at most
        </li>
        ${people > 0 ? html`<li>${agreements(people)}</li>` : ''}
      </ul>
      <form method="post" action="${path}/delete" class="actions">
        <a class="button" href="${path}">Keep it</a>
        <button type="submit" class="primary">Delete ${clientName}</button>
      </form>
    </section>`;
    return consolePage(c, { title: `Delete ${clientName}?`, main });
  };
}

function agreements(people: number): string {
  if (people === 1) return 'the agreement of the one person who let it in';
  return `the agreements of the ${people} people who let it in`;
}

export function deleteApplication(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    const { subject } = developerOf(c);
    await storage.deleteClient(client.clientId, seconds(clock));
    await record({ event: 'client_deleted', client, subject }, storage, clock);
    return c.redirect('/developer', 303);
  };
}
