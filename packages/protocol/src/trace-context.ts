/**
 * Which trace the work at hand belongs to: the request that a role is
 * answering, and everything that it sends meanwhile.
 *
 * @see https://www.w3.org/TR/trace-context/
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomText } from './random-value.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';

export type TraceContext = {
  /** 32 lower-case hex digits, the same at every party: the id by which a request is found in all logs. */
  traceId: string;
  /** 16 lower-case hex digits: this party's own part in it. */
  spanId: string;
  /** The part of whoever sent the request, where it named one. */
  parentId?: string;
};

const traces = new AsyncLocalStorage<TraceContext>();

/**
 * Take over the trace of a request, or begin one where the header is missing
 * or malformed.
 *
 * @param traceparent the header as it was received
 */
export function continueTrace(traceparent?: string): TraceContext {
  const received = parseTraceparent(traceparent);
  const spanId = randomText(8, 'hex');
  if (!received) return { traceId: randomText(16, 'hex'), spanId };
  return { traceId: received.traceId, spanId, parentId: received.parentId };
}

/** Run `work`; whatever it sends or logs, however deep, belongs to `trace`. */
export function inTrace<T>(trace: TraceContext, work: () => T): T {
  return traces.run(trace, work);
}

export function currentTrace(): TraceContext | undefined {
  return traces.getStore();
}

/** The id of the request that is being answered, where one is. */
export function currentTraceId(): string | undefined {
  return traces.getStore()?.traceId;
}

/**
 * The traceparent of a request that is sent now: the same trace-id, and the
 * part of whoever sends it as parent-id, which its own line in the log names.
 * Outside of any trace, one begins. Every request is logged, so it is sampled.
 */
export function outgoingTraceparent(): string {
  const { traceId, spanId } = currentTrace() ?? continueTrace();
  return formatTraceparent({ traceId, parentId: spanId, sampled: true });
}
