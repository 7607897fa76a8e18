import { html } from 'hono/html';
import { securityEventLifetime } from '../../lifetimes.ts';
import type { Html } from '../../resource-owner/page.ts';
import { span } from '../time.ts';
import { type AuditQuery, addressOf } from './audit-filter.ts';
import { eventWords } from './event-words.ts';

/** What of the record is shown. A form that is sent with GET: its answer has an address. */
export function auditForm(query: AuditQuery): Html {
  const all = { ...query, before: '' };
  return html`<form method="get" action="/developer/audit" class="filters">
    ${select('event', 'What happened', query.event, { '': 'anything', ...eventWords })}
    ${select('outcome', 'Outcome', query.outcome, {
      '': 'either',
      done: 'done',
      refused: 'refused',
    })}
    ${select('since', 'Since', query.since, {
      '': `${span(securityEventLifetime)} ago`,
      hour: 'an hour ago',
      day: 'a day ago',
      week: 'a week ago',
    })}
    <div>
      <label for="client">Client ID</label>
      <input id="client" name="client" value="${query.client}" autocomplete="off" spellcheck="false" />
    </div>
    <div class="together">
      <button type="submit" class="primary">Show</button>
      <a href="/developer/audit">Show everything</a>
      <a href="${addressOf('/developer/audit.jsonl', all)}">As JSON lines</a>
    </div>
  </form>`;
}

/** @param choices what each value is called */
function select(
  name: string,
  label: string,
  chosen: string,
  choices: Record<string, string>,
): Html {
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${Object.entries(choices).map(
        ([value, words]) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`,
      )}
    </select>
  </div>`;
}
