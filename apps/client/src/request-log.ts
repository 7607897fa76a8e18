/**
 * One line for each request, as at the other roles, when it has been answered.
 * Next.js tells none of its hooks what it answered in the end; the HTTP server
 * of Node.js beneath it does, to whoever subscribes.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#http
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { continueTrace, type TraceContext } from '@four-roles/protocol/trace-context';
import { formatTraceparent, traceparentHeader } from '@four-roles/protocol/traceparent';
import { requestLine } from '@four-roles/runtime/request-log';

type Passing = { request: IncomingMessage; response: ServerResponse };

/** Milliseconds, as `performance.now()` counts them. */
type Begun = { trace: TraceContext; path: string; started: number };

/** From here on, every request to this process has a trace and is told in a line. */
export function logRequests(log: (line: string) => void): void {
  const underWay = new WeakMap<IncomingMessage, Begun>();

  subscribe('http.server.request.start', (message) => {
    const { headers, url = '/' } = (message as Passing).request;
    const trace = continueTrace(headers[traceparentHeader]?.toString());
    const [path = '/'] = url.split('?', 1);
    underWay.set((message as Passing).request, {
      trace,
      path,
      started: performance.now(),
    });
    // What handles the request runs in other copies of our modules: trace.ts reads it there.
    const { traceId, spanId } = trace;
    headers[traceparentHeader] = formatTraceparent({
      traceId,
      parentId: spanId,
      sampled: true,
    });
  });

  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Passing;
    const begun = underWay.get(request);
    if (!begun) return;
    const { method = '' } = request;
    log(requestLine({ role: 'client', method, status: response.statusCode, ...begun }));
  });
}
