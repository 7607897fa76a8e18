/**
 * What is known of the sessions behind cookies: whose they are, and which
 * tokens the client uses for them. A message with a token in it can so be
 * traced back to the page that somebody has open.
 */
import { nameAndValue } from '../explain/cookie-pair.ts';
import { headerOf, headersOf } from '../explain/message.ts';
import type { RawHeaders, RoleName } from './exchange.ts';

type Session = { person?: string; tokens: string[] };

const mostSessions = 200;
const mostTokens = 10;

/** The cookie by which a role knows a person again. */
const cookieOf: Partial<Record<RoleName, string>> = {
  client: 'briefing_session',
  'authorization-server': 'acorn_session',
};

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions() {
  const sessions = new Map<string, Session>();

  function at(cookie: string): Session {
    const session = sessions.get(cookie) ?? { tokens: [] };
    sessions.delete(cookie);
    sessions.set(cookie, session);
    const [oldest] = sessions.keys();
    if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
    return session;
  }

  return {
    personBehind: (cookie: string | undefined): string | undefined =>
      cookie === undefined ? undefined : sessions.get(cookie)?.person,
    tokensOf: (cookie: string): string[] => sessions.get(cookie)?.tokens ?? [],

    belongsTo(cookie: string, person: string): void {
      at(cookie).person = person;
    },

    uses(cookie: string, tokens: string[]): void {
      const session = at(cookie);
      session.tokens = [...new Set([...session.tokens, ...tokens])].slice(-mostTokens);
    },

    /** The names stay: a cleared recording goes on with people that are known. */
    forgetTokens(): void {
      for (const session of sessions.values()) session.tokens = [];
    },

    /** Of roles that begin anew nobody is signed in any more. */
    forgetPeople: (): void => sessions.clear(),
  };
}

/** A Cookie header, or several: HTTP/2 and some programs split it. */
export function cookiesOf(headers: RawHeaders): Map<string, string> {
  const pairs = headersOf(headers, 'cookie').flatMap((value) => value.split(';'));
  return new Map(pairs.map(splitPair));
}

/** What an answer sets; an empty value where it removes the cookie. */
export function cookiesSetBy(headers: RawHeaders): Map<string, string> {
  return new Map(
    headersOf(headers, 'set-cookie').map((value) => {
      const [name, set] = splitPair(value.split(';')[0] ?? '');
      return [name, /;\s*max-age=0\s*(;|$)/i.test(value) ? '' : set];
    }),
  );
}

function splitPair(pair: string): [string, string] {
  const { name, value } = nameAndValue(pair);
  return [name, value];
}

/** The value of the session cookie that `to` reads; of another role, that of the provider. */
export function sessionCookie(
  to: RoleName,
  cookies: Map<string, string>,
): string | undefined {
  const name = cookieOf[to] ?? 'acorn_session';
  return cookies.get(name) || cookies.get(`__Host-${name}`) || undefined;
}

/** Is this a page that somebody goes to, and not something that a page fetches? */
export function isNavigation(headers: RawHeaders): boolean {
  return (headerOf(headers, 'sec-fetch-mode') ?? 'navigate') === 'navigate';
}
