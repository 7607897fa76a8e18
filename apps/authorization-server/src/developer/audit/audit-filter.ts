/**
 * What of the record somebody wants to see: the parameters of the page, which
 * its form sends and its links carry on.
 *
 *     GET /developer/audit?event=request_refused&client=app_Zk3v...&since=day&before=4711
 */
import type { Account } from '../../storage/accounts.ts';
import type { EventFilter, RecordedEvent } from '../../storage/security-events.ts';
import { eventWords } from './event-words.ts';

/** How far back, in seconds. */
export const periods = { hour: 3600, day: 86_400, week: 7 * 86_400 };

export const outcomes = ['done', 'refused'] as const;

/** As it stands in the address; empty where everything is asked for. */
export type AuditQuery = {
  event: string;
  client: string;
  outcome: string;
  since: string;
  /** Only what is older than the event with this id. */
  before: string;
};

/** What is not among the choices counts as not chosen. */
export function readAuditQuery(sent: URLSearchParams): AuditQuery {
  const text = (name: string) => sent.get(name)?.trim().slice(0, 200) ?? '';
  const oneOf = (name: string, known: readonly string[]) =>
    known.includes(text(name)) ? text(name) : '';
  return {
    event: oneOf('event', Object.keys(eventWords)),
    client: text('client'),
    outcome: oneOf('outcome', outcomes),
    since: oneOf('since', Object.keys(periods)),
    before: /^\d{1,15}$/.test(text('before')) ? text('before') : '',
  };
}

/**
 * An operator sees everything; anybody else what they did themselves and what
 * concerns their applications, whatever they ask for.
 *
 * @param now seconds since the epoch
 */
export function filterFor(viewer: Account, query: AuditQuery, now: number): EventFilter {
  const { event, client, outcome, since, before } = query;
  return {
    concerning: viewer.isOperator ? undefined : viewer.subject,
    event: event || undefined,
    clientId: client || undefined,
    refused: outcome ? outcome === 'refused' : undefined,
    since: since ? now - periods[since as keyof typeof periods] : undefined,
    before: before ? Number(before) : undefined,
  };
}

/** Who denied an application is not told to it, and so not to its owner. */
export function asToldTo(viewer: Account, event: RecordedEvent): RecordedEvent {
  const known = viewer.isOperator || event.subject === viewer.subject;
  if (known || event.event !== 'consent_denied') return event;
  return { ...event, subject: null };
}

export function addressOf(path: string, query: AuditQuery): string {
  const chosen = Object.entries(query).filter(([, value]) => value !== '');
  return chosen.length > 0 ? `${path}?${new URLSearchParams(chosen)}` : path;
}
