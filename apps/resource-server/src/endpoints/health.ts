/**
 * GET /health
 *
 * Is this server up?
 *
 *     200 OK
 *     { "status": "ok" }
 */
import type { Context } from 'hono';

export function health(c: Context) {
  return c.json({ status: 'ok' });
}
