/**
 * Every request belongs to a trace, the one that it names or a new one, and is
 * told in one line when it has been answered:
 *
 *     {"time":"2026-11-27T09:30:00.123Z","level":"warn","role":"authorization-server",
 *      "method":"POST","path":"/token","status":400,"duration_ms":3.21,
 *      "error":"invalid_grant","rule":"code-not-expired",
 *      "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"...","parent_id":"..."}
 *
 * No query, no header and no body is in it: those carry codes and tokens.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import {
  continueTrace,
  inTrace,
  type TraceContext,
} from '@four-roles/protocol/trace-context';
import { traceparentHeader } from '@four-roles/protocol/traceparent';
import type { MiddlewareHandler } from 'hono';
import { type Level, logLine } from './log-line.ts';

/** Characters: who sends a longer path has nothing to find behind it. */
const longestPath = 300;

/**
 * @param role as its folder is called
 * @param log where the lines go; without it there are none, and requests are traced all the same
 */
export function requestLog(
  role: string,
  log?: (line: string) => void,
): MiddlewareHandler {
  return async function requestLog(c, next) {
    const trace = continueTrace(c.req.header(traceparentHeader));
    if (!log) return inTrace(trace, next);
    const started = performance.now();
    await inTrace(trace, next);
    const { method, path } = c.req;
    const { status } = c.res;
    log(requestLine({ role, method, path, status, started, trace, thrown: c.error }));
  };
}

/** @param request.started in milliseconds, as `performance.now()` counts them */
export function requestLine(request: {
  role: string;
  method: string;
  path: string;
  status: number;
  started: number;
  trace: TraceContext;
  /** What made it fail, where something did. */
  thrown?: Error | undefined;
}): string {
  const { role, method, path, status, started, trace, thrown } = request;
  const refusal = thrown instanceof OAuthError ? thrown : undefined;
  return logLine(
    levelOf(status, thrown),
    {
      role,
      method,
      path: path.slice(0, longestPath),
      status,
      duration_ms: Math.round((performance.now() - started) * 100) / 100,
      error: refusal?.error ?? (thrown && 'server_error'),
      rule: refusal?.rule?.id,
    },
    trace,
  );
}

/** A refusal may travel as a redirect: its status alone does not tell. */
function levelOf(status: number, thrown: Error | undefined): Level {
  if (status >= 500) return 'error';
  return status >= 400 || thrown ? 'warn' : 'info';
}
