/**
 * GET /health
 *
 * Is the client up?
 *
 * ```http
 * HTTP/1.1 200 OK
 *
 * {"status": "ok"}
 * ```
 */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
}

export const dynamic = 'force-dynamic';
