/**
 * Who uses the console? Every page and every form under /developer is behind
 * this: somebody is signed in, and what changes anything comes from a page of
 * this server.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { refuseForeignForm } from '../resource-owner/own-page.ts';
import type { Sessions } from '../resource-owner/session.ts';
import type { Account } from '../storage/accounts.ts';
import type { Storage } from '../storage/storage.ts';

const developer = 'developer';

export function onlyDevelopers(
  issuer: string,
  sessions: Sessions,
  storage: Storage,
): MiddlewareHandler {
  return async (c, next) => {
    if (!['GET', 'HEAD'].includes(c.req.method)) refuseForeignForm(c, issuer);
    const session = await sessions.find(c);
    const account = session && (await storage.findAccount(session.subject));
    if (!account) return c.redirect('/login?next=developer', 303);
    c.set(developer, account);
    return next();
  };
}

/** The person who asks for this page of the console. */
export function developerOf(c: Context): Account {
  const account = c.get(developer) as Account | undefined;
  if (!account) throw new Error(`${c.req.path} is not behind onlyDevelopers`);
  return account;
}
