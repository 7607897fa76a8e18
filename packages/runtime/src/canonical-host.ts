/**
 * One host name for each role. Cookies tell 127.0.0.1 from localhost, so who
 * opens one in the first tab and the other in the second loses a session; and
 * a name that is not ours may be somebody's DNS pointing at this machine.
 */
import { isLoopbackHost } from '@four-roles/protocol/loopback';
import type { MiddlewareHandler } from 'hono';

/** @param origin the public origin of this role */
export function canonicalHost(origin: string): MiddlewareHandler {
  const canonical = new URL(origin).hostname;
  const ours = new RegExp(`^https?://${RegExp.escape(canonical)}(:[0-9]+)?/`);
  return async function canonicalHost(c, next) {
    if (ours.test(c.req.url)) return next();
    const { hostname, pathname, search } = new URL(c.req.url);
    if (!isLoopbackHost(hostname)) {
      return c.text(
        `This is ${origin}. It does not answer to the name ${hostname}.\n`,
        421,
      );
    }
    const address = `${origin}${pathname}${search}`;
    c.header('Location', address);
    return c.text(
      `Cookies set for ${hostname} are not sent to ${canonical}. Continue at ${address}\n`,
      307,
    );
  };
}
