/**
 * One event of a role, as one line of JSON:
 *
 *     {"time":"2026-11-27T09:30:00.123Z","level":"info","role":"resource-server",
 *      "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7", ...}
 *
 * The time is the machine's and never that of a clock which a lesson has
 * moved: the line is laid beside those of other systems.
 */
import { systemClock } from '@four-roles/protocol/clock';
import type { TraceContext } from '@four-roles/protocol/trace-context';

export type Level = 'info' | 'warn' | 'error';

/**
 * @param members what is known of the event: no secret, and nothing of people
 * @param trace what it belongs to, where that is known
 */
export function logLine(
  level: Level,
  members: Record<string, string | number | undefined>,
  trace?: TraceContext,
): string {
  const json = JSON.stringify({
    time: new Date(systemClock.now()).toISOString(),
    level,
    ...members,
    trace_id: trace?.traceId,
    span_id: trace?.spanId,
    parent_id: trace?.parentId,
  });
  return json.replace(notPrintableAscii, escaped);
}

/** JSON leaves line breaks of Unicode and the control characters of terminals as they are. */
const notPrintableAscii = /[^\x20-\x7e]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
