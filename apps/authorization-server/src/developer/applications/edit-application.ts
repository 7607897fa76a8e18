/**
 * GET /developer/applications/:client_id/edit
 *
 * What an application says of itself, to be corrected. Its type stays: what
 * follows from it, secrets and redirect URIs, is not the same for another.
 */
import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import type { ProtectedResource } from '../../resources.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { errorSummary, type Refusals } from '../error-summary.ts';
import { types } from '../words.ts';
import { applicationFields } from './application-fields.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';
import { fieldsOf } from './read-application.ts';

export function editApplication(
  resources: ProtectedResource[],
  storage: Storage,
): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    return editPage(c, client, resources, fieldsOf(client), new Map());
  };
}

/** @param typed what is in the form */
export function editPage(
  c: Context,
  client: Client,
  resources: ProtectedResource[],
  typed: URLSearchParams,
  refusals: Refusals,
) {
  const { clientId, clientName, applicationType } = client;
  const path = pathOfApplication(clientId);
  const main = html`${errorSummary(refusals)}
    <section class="card">
      <p class="crumb"><a href="${path}">${clientName}</a></p>
      <h1>Edit ${clientName}</h1>
      <p class="lead">${types[applicationType].name}. ${types[applicationType].means}</p>
      <form method="post" action="${path}/edit" novalidate>
        ${applicationFields(applicationType, resources, typed, refusals)}
        <div class="together">
          <button type="submit" class="primary">Save</button>
          <a class="button" href="${path}">Leave it as it is</a>
        </div>
      </form>
    </section>`;
  const status = refusals.size > 0 ? 400 : 200;
  return consolePage(c, { title: `Edit ${clientName}`, main, status });
}
