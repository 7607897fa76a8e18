/**
 * One host name for each role. Cookies tell 127.0.0.1 from localhost, so who
 * opens one in the first tab and the other in the second loses a session; and
 * a name that is not ours may be somebody's DNS pointing at this machine.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.4
 */
import { isLoopbackHost } from '@four-roles/protocol/loopback';
import { check, type Rule } from '@four-roles/protocol/rule';
import type { MiddlewareHandler } from 'hono';

export const hostIsOurs: Rule = {
  id: 'host-is-ours',
  spec: 'RFC 9110, section 7.4',
  level: 'HARDENING',
  says: 'The host of a request is the host of our public origin.',
  stops:
    'DNS rebinding: a page lets its own name point at this machine, and its scripts read what we answer.',
  fix: 'Use the address that this role is known by, such as http://localhost:9001; look at the Host header, at a proxy or at the hosts file.',
  error: 'misdirected_request',
};

/**
 * Only what reads is led on to another address: a form that is sent again
 * would take what it carries with it.
 */
export function mayBeRedirected(method: string, hostname: string): boolean {
  return isLoopbackHost(hostname) && ['GET', 'HEAD'].includes(method);
}

/** @param origin the public origin of this role */
export function canonicalHost(origin: string): MiddlewareHandler {
  const canonical = new URL(origin).hostname;
  const ours = new RegExp(`^https?://${RegExp.escape(canonical)}(:[0-9]+)?/`);
  return async function canonicalHost(c, next) {
    if (ours.test(c.req.url)) return next();
    const { hostname, pathname, search } = new URL(c.req.url);

    // 1. Another name of this machine: lead on to the one that counts.
    if (mayBeRedirected(c.req.method, hostname)) {
      const address = `${origin}${pathname}${search}`;
      c.header('Location', address);
      return c.text(
        `Cookies set for ${hostname} are not sent to ${canonical}. Continue at ${address}\n`,
        307,
      );
    }

    // 2. Anything else is not for us.
    check(hostIsOurs, hostname === canonical, {
      expected: canonical,
      received: hostname,
    });
    return next();
  };
}
