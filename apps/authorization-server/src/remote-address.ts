import type { Context } from 'hono';

/** The IP address that a request came from: of the connection itself, not of any header. */
export function remoteAddress(c: Context): string {
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
