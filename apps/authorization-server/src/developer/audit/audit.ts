/**
 * GET /developer/audit
 *
 * The record of security events, the latest first: for whoever runs this
 * server all of it, for everybody else what concerns them.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { securityEventLifetime } from '../../lifetimes.ts';
import type { Html } from '../../resource-owner/page.ts';
import type { Account } from '../../storage/accounts.ts';
import type { Storage } from '../../storage/storage.ts';
import { consolePage } from '../console-page.ts';
import { developerOf } from '../developer.ts';
import { span } from '../time.ts';
import {
  type AuditQuery,
  addressOf,
  asToldTo,
  filterFor,
  readAuditQuery,
} from './audit-filter.ts';
import { auditForm } from './audit-form.ts';
import { auditTable } from './audit-table.ts';

const eventsOnPage = 25;

export function audit(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const viewer = developerOf(c);
    const query = readAuditQuery(new URL(c.req.url).searchParams);
    const filter = filterFor(viewer, query, seconds(clock));
    // One more than is shown tells whether there is another page.
    const found = await storage.listSecurityEvents(filter, eventsOnPage + 1);
    const shown = found.slice(0, eventsOnPage).map((event) => asToldTo(viewer, event));
    const main = html`<section class="card">
        <h1>Security events</h1>
        <p class="lead">${introduction(viewer)}</p>
        ${auditForm(query)}
      </section>
      <section class="card">
        <h2>The latest first</h2>
        ${shown.length > 0 ? await auditTable(shown, viewer, storage) : html`<p>There is none.</p>`}
        ${found.length > shown.length ? older(query, shown.at(-1)!.id) : ''}
      </section>`;
    return consolePage(c, { title: 'Security events', main });
  };
}

function introduction({ isOperator }: Account): string {
  const whose = isOperator
    ? 'Everything that concerns the security of this server'
    : 'What you did here, and what concerns your applications';
  return `${whose}, for ${span(securityEventLifetime)}. Nothing in this record is ever changed, and no secret is in it.`;
}

function older(query: AuditQuery, id: number): Html {
  const address = addressOf('/developer/audit', { ...query, before: String(id) });
  return html`<p><a class="button" href="${address}">Older events</a></p>`;
}
