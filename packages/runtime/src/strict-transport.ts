/**
 * HTTP Strict Transport Security: a browser that has been here once never asks
 * in plain HTTP again, whatever link or typing leads it. Never for loopback: it
 * ignores ports, and would take plain HTTP from whatever else runs at localhost.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6797#section-6.1
 */
import { isLoopback } from '@four-roles/protocol/loopback';
import type { MiddlewareHandler } from 'hono';

const aYearInSeconds = 365 * 24 * 60 * 60;

/** @returns the header's value; `undefined` where there is to be none */
export function strictTransportSecurity(origin: string): string | undefined {
  const { protocol } = new URL(origin);
  if (protocol !== 'https:' || isLoopback(new URL(origin))) return undefined;
  return `max-age=${aYearInSeconds}`;
}

/** @param origin the public origin of this role */
export function strictTransport(origin: string): MiddlewareHandler {
  const policy = strictTransportSecurity(origin);
  return async function strictTransport(c, next) {
    await next();
    if (policy) c.header('Strict-Transport-Security', policy);
  };
}
