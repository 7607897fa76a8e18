import { specificationLink } from '@four-roles/protocol/specification-link';
import { html } from 'hono/html';
import type { Html } from '../../resource-owner/page.ts';
import { allRules } from '../../rules/all.ts';
import type { EventName } from '../../security-record.ts';
import type { Account } from '../../storage/accounts.ts';
import type { RecordedEvent } from '../../storage/security-events.ts';
import type { Storage } from '../../storage/storage.ts';
import { second } from '../time.ts';
import { eventWords } from './event-words.ts';

const rules = new Map(allRules.map((rule) => [rule.id, rule]));

/** @param viewer who reads it: only operators are told what other people are called */
export async function auditTable(
  events: RecordedEvent[],
  viewer: Account,
  storage: Storage,
): Promise<Html> {
  const rows = await Promise.all(events.map((event) => row(event, viewer, storage)));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">What</th>
        <th scope="col">Application</th>
        <th scope="col">Person</th>
        <th scope="col">More</th>
      </tr>
    </thead>
    <tbody>${rows}</tbody>
  </table>`;
}

async function row(
  event: RecordedEvent,
  viewer: Account,
  storage: Storage,
): Promise<Html> {
  const { at, clientId, count } = event;
  const client = clientId ? await storage.findClient(clientId) : undefined;
  const person = await personOf(event, viewer, storage);
  const tag = event.event.endsWith('_refused') ? 'tag bad' : 'tag';
  return html`<tr>
    <th scope="row">${second(at)}</th>
    <td data-label="What">
      <span class="${tag}">${eventWords[event.event as EventName]}</span>
      ${count > 1 ? html`<strong>${count} times</strong>` : ''}
    </td>
    <td data-label="Application">${client?.clientName ?? ''} ${clientId && html`<code>${clientId}</code>`}</td>
    <td data-label="Person">${person}</td>
    <td data-label="More">${more(event)}</td>
  </tr>`;
}

/** In a client credentials grant the subject is the client, and no person. */
async function personOf(
  { subject }: RecordedEvent,
  viewer: Account,
  storage: Storage,
): Promise<Html | string> {
  const account = subject ? await storage.findAccount(subject) : undefined;
  if (!account) return '';
  const known = viewer.isOperator || account.subject === viewer.subject;
  return known ? account.username : html`<code>${account.subject}</code>`;
}

function more({ rule: id, details, jti, traceId }: RecordedEvent): Html {
  const rule = id ? rules.get(id) : undefined;
  const facts = Object.entries({ ...details, ...(jti && { jti }) });
  return html`
    ${rule ? html`<div>${rule.says} <a href="${specificationLink(rule.spec)}">${rule.spec}</a></div>` : ''}
    <dl class="small">
      ${id && html`<dt>rule</dt><dd><code>${id}</code></dd>`}
      ${facts.map(([name, value]) => html`<dt>${name}</dt><dd><code>${fact(name, value)}</code></dd>`)}
      ${traceId && html`<dt>trace</dt><dd><code>${traceId}</code></dd>`}
    </dl>`;
}

/** A member that is called `expires_at` is a time. */
function fact(name: string, value: unknown): Html | string {
  return name.endsWith('_at') ? second(Number(value)) : String(value);
}
