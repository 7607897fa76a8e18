/**
 * GET /other-host
 *
 * Where `proxy.ts` leads who asked for 127.0.0.1 in place of localhost: back
 * to the one name of this app, with a sentence why.
 *
 * ```http
 * GET /inbox HTTP/1.1
 * Host: 127.0.0.1:9000
 *
 * HTTP/1.1 307 Temporary Redirect
 * Location: http://localhost:9000/inbox
 * ```
 */
import { origin } from '../../config.ts';

export function GET(request: Request): Response {
  // Only the path and the query of what was asked: the host is always ours.
  const { pathname, search } = new URL(request.headers.get('X-Asked-For') ?? '/', origin);
  const address = `${origin}${pathname}${search}`;
  return new Response(
    `Cookies are kept for one host name at a time. Continue at ${address}\n`,
    { status: 307, headers: { Location: address, 'Cache-Control': 'no-store' } },
  );
}
