/**
 * Pages of every origin may call these APIs: a token in a header is sent on
 * purpose, never by itself as a cookie is. Credentials of the browser (cookies)
 * are therefore not allowed.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps#section-6.3.3.4
 */
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** What a page may read of a refusal, so that it knows what to do about it. */
const exposeHeaders = [
  'WWW-Authenticate',
  'Retry-After',
  'Location',
  'Idempotency-Replayed',
];

/** The answer to `OPTIONS`, by which a browser asks beforehand. */
export const preflight = cors({ origin: '*', exposeHeaders, maxAge: 600 });

/**
 * The two headers of every other answer, set before the answer is made: hono's
 * middleware sets them afterwards, which takes two thirds of the throughput.
 */
export const allowEveryOrigin: MiddlewareHandler = function allowEveryOrigin(c, next) {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', exposeHeaders.join(','));
  return next();
};
