/**
 * The trace of the request at hand, as request-log.ts wrote it into the headers.
 */
import { continueTrace, inTrace } from '@four-roles/protocol/trace-context';
import { parseTraceparent, traceparentHeader } from '@four-roles/protocol/traceparent';

/**
 * Run `work`; what it sends and logs belongs to the request.
 *
 * @param headers those of the request
 */
export function inTraceOf<T>(headers: Pick<Headers, 'get'>, work: () => T): T {
  const begun = parseTraceparent(headers.get(traceparentHeader) ?? undefined);
  const trace = begun && { traceId: begun.traceId, spanId: begun.parentId };
  return inTrace(trace ?? continueTrace(), work);
}
