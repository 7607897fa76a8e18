/**
 * GET /developer/applications/:client_id
 *
 * All that is known about one application, and what its owner can do with it.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { clientLink } from '../../resource-owner/client-link.ts';
import type { Html } from '../../resource-owner/page.ts';
import type { ProtectedResource } from '../../resources.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { minute } from '../time.ts';
import { liveTokens } from '../tokens/live-tokens.ts';
import { tokensSection } from '../tokens/tokens-section.ts';
import { types } from '../words.ts';
import { credentialsSection } from './credentials-section.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';
import { scopesSection } from './scopes-section.ts';
import { stateSection } from './state-section.ts';
import { stateTag } from './state-tag.ts';

export function application(
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    const people = await storage.countPeopleWhoAgreed(client.clientId);
    const tokens = await liveTokens(client, storage, clock);
    const now = seconds(clock);
    const main = html`
      <section class="card">
        <p class="crumb"><a href="/developer">Your applications</a></p>
        <h1>${client.clientName} ${stateTag(client)}</h1>
        ${client.description && html`<p class="lead">${client.description}</p>`}
        ${facts(client, people)}
        <p><a class="button" href="${pathOfApplication(client.clientId)}/edit">Edit</a></p>
      </section>
      ${credentialsSection(client, now)}
      ${scopesSection(client, resources)}
      ${tokensSection(client, tokens, now)}
      ${stateSection(client)}`;
    return consolePage(c, { title: client.clientName, main });
  };
}

function facts(client: Client, people: number): Html {
  const { clientId, clientUri, applicationType, registeredAt, redirectUris } = client;
  return html`<dl class="facts">
    <dt>Client ID</dt>
    <dd><code>${clientId}</code></dd>
    <dt>Type</dt>
    <dd>${types[applicationType].name}</dd>
    <dt>Home page</dt>
    <dd>${clientLink(clientUri)}</dd>
    <dt>Registered</dt>
    <dd>${minute(registeredAt)}</dd>
    ${
      applicationType === 'service'
        ? ''
        : html`<dt>Redirect URIs</dt>
          ${redirectUris.map((uri) => html`<dd><code>${uri}</code></dd>`)}
          <dt>Agreed to by</dt>
          <dd>${people === 1 ? '1 person' : `${people} people`}</dd>`
    }
  </dl>`;
}
