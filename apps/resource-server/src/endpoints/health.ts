/**
 * GET /health
 *
 * Is this server up?
 *
 *     200 OK
 *     { "status": "ok" }
 */
import { jsonResponse } from '../json-response.ts';

export function health() {
  return jsonResponse({ status: 'ok' });
}
