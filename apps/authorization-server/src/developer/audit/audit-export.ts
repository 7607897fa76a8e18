/**
 * GET /developer/audit.jsonl
 *
 * What the page shows, for programs: an event in each line, the latest first.
 *
 *     {"time":"2026-11-27T09:30:00Z","event":"token_issued","client_id":"app_Zk3v...",...}
 *
 * @see https://jsonlines.org/
 */
import { type Clock, isoTime, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import type { RecordedEvent } from '../../storage/security-events.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import { asToldTo, filterFor, readAuditQuery } from './audit-filter.ts';

/** Who wants more asks again, with `before` the last id. */
const mostLines = 10_000;

export function auditExport(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const query = readAuditQuery(new URL(c.req.url).searchParams);
    const viewer = developerOf(c);
    const filter = filterFor(viewer, query, seconds(clock));
    const events = await storage.listSecurityEvents(filter, mostLines);
    return c.body(
      events
        .map((event) => `${JSON.stringify(line(asToldTo(viewer, event)))}\n`)
        .join(''),
      200,
      {
        'Content-Type': 'application/jsonl',
        'Content-Disposition': 'attachment; filename="security-events.jsonl"',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    );
  };
}

/** What an event has not is left out. */
function line({ id, at, event, details, count, ...rest }: RecordedEvent) {
  const { clientId, subject, owner, jti, rule, traceId } = rest;
  const columns = { client_id: clientId, subject, owner, jti, rule, trace_id: traceId };
  const said = Object.entries({ ...columns, ...details }).filter(([, value]) => value);
  return { id, time: isoTime(at), event, count, ...Object.fromEntries(said) };
}
