/**
 * Every JSON answer of this server, with the headers that all of them have.
 *
 * Pages of every origin may call these APIs: a token in a header is sent on
 * purpose, never by itself as a cookie is. Credentials of the browser (cookies)
 * are therefore not allowed.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.3.3.4
 */
import { cors } from 'hono/cors';

/** What a page may read of an answer beside its body: above all, why it was refused. */
const exposeHeaders = [
  'WWW-Authenticate',
  'Retry-After',
  'Location',
  'Idempotency-Replayed',
];

/** The answer to `OPTIONS`, by which a browser asks beforehand. */
export const preflight = cors({ origin: '*', exposeHeaders, maxAge: 600 });

/** On every answer but that one. */
export const crossOriginHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposeHeaders.join(','),
};

const standardHeaders = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  ...crossOriginHeaders,
};

/**
 * A plain object of headers goes to the socket as it is. Hono's `c.json` and
 * its CORS middleware make a `Headers` first, which takes longer than all
 * checks of a token seen before.
 */
export function jsonResponse(
  body: unknown,
  status = 200,
  headers?: Record<string, string>,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: headers ? { ...standardHeaders, ...headers } : standardHeaders,
  });
}
