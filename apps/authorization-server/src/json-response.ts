/**
 * Every JSON answer of this server. Each may be a secret: no cache keeps it,
 * unless its endpoint says that one may.
 *
 * A plain object of headers goes to the socket as it is; Hono's `c.json` makes
 * a `Headers` first, which takes longer than signing a token.
 */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

/** Pages of every origin may read these and call these; none may call /authorize. */
export const openToPages = ['/.well-known', '/jwks', '/token', '/revoke', '/register'];

/**
 * For what pages of every origin may call: it is authenticated by what is in
 * the request, never by a cookie that a browser adds by itself.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.3.3.4
 */
export const anyOrigin = { 'Access-Control-Allow-Origin': '*' };
