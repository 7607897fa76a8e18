/**
 * GET /developer/applications/:client_id/secret
 *
 * The client secret, the one time that anybody sees it: the database has only
 * its hash.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { copied, copyField } from '../copy-field.ts';
import type { ShownOnce } from '../shown-once.ts';
import type { Curl } from '../terminal.ts';
import { firstToken } from './first-token.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';
import { secretsThatWork } from './secret-overlap.ts';

/** @param curl how this server is asked in a terminal */
export function secretPage(
  curl: Curl,
  once: ShownOnce,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    const secret = await once.take(c);
    const main = secret ? shown(client, secret, curl, seconds(clock)) : gone(client);
    const title = `Secret of ${client.clientName}`;
    return consolePage(c, { title, main, ...(secret && { script: '/copy.js' }) });
  };
}

function shown(client: Client, secret: string, curl: Curl, now: number): Html {
  return html`<section class="card">
    <h1>The secret of ${client.clientName}</h1>
    <p class="lead">
      Put it where the application reads it. <strong>It is shown this one time</strong>:
      Acorn keeps only its hash, and cannot show it again.
    </p>
    ${copyField('client_id', 'Client ID', client.clientId)}
    ${copyField('client_secret', 'Client secret', secret)}
    ${copied}
    ${secretsThatWork(client, now)}
    ${client.applicationType === 'service' ? firstToken(client, curl) : ''}
    <p><a class="button primary" href="${pathOfApplication(client.clientId)}">I have put it away</a></p>
  </section>`;
}

function gone(client: Client): Html {
  return html`<section class="card">
    <h1>The secret was shown</h1>
    <p class="lead">
      The secret of ${client.clientName} is shown once, and that was it. If it is lost,
      make a new one; the old one can work on for a while.
    </p>
    <p><a class="button primary" href="${pathOfApplication(client.clientId)}">Go to ${client.clientName}</a></p>
  </section>`;
}
