/**
 * An exchange that nothing before it explains: with it a flow begins, or goes
 * on that this sender is in the middle of.
 */

import { partyNames } from '../explain/party-names.ts';
import type { Browser, Browsers } from './browsers.ts';
import type { ClientNames } from './client-names.ts';
import type { Exchange } from './exchange.ts';
import type { FlowList, FlowRecord } from './flow-list.ts';
import { byItself, callbackAlone, doing, runOf } from './flow-name.ts';
import { cookiesOf, isNavigation, type Sessions, sessionCookie } from './sessions.ts';
import { workerFlow } from './worker-flow.ts';

/** Milliseconds of silence after which a program begins something new. */
const programPatience = 30_000;

/** @param browser whoever carries cookies and follows redirects; missing for a role */
export function beginFlow(
  exchange: Exchange,
  browser: Browser | undefined,
  browsers: Browsers,
  list: FlowList,
  sessions: Sessions,
  clients: ClientNames,
): FlowRecord {
  const { from, agent, startedAt } = exchange;
  if (from === 'worker') return workerFlow(exchange, list, clients);

  const started = startedByHand(exchange);
  if (started === 'run') return list.begin(runOf(partyNames.worker.name));
  if (started === 'sign-in') {
    const signedIn = sessionCookie(
      'authorization-server',
      cookiesOf(exchange.request.headers),
    );
    return list.begin({ kind: 'sign-in', person: sessions.personBehind(signedIn) });
  }
  if (started === 'callback') return list.begin(callbackAlone);

  if (from !== 'browser' || !browser) {
    const sender = `${from} ${agent}`;
    return list.goOn(sender, startedAt, programPatience, byItself(from, agent));
  }
  return (
    goesOn(exchange, browser, browsers, list) ?? list.begin(visit(exchange, sessions))
  );
}

function startedByHand({ to, request }: Exchange) {
  const [path] = request.target.split('?');
  if (to === 'worker' && request.method === 'POST' && path === '/runs') return 'run';
  if (to === 'authorization-server' && path === '/authorize') return 'sign-in';
  if (to === 'client' && path === '/login') return 'sign-in';
  if (to === 'client' && path === '/callback') return 'callback';
  return undefined;
}

/** A form, or what a page fetches, goes on with its page; signing out, with signing out elsewhere. */
function goesOn(
  exchange: Exchange,
  browser: Browser,
  browsers: Browsers,
  list: FlowList,
): FlowRecord | undefined {
  const { request } = exchange;
  const latest = list.get(browser.latest);
  const navigates = isNavigation(request.headers);
  if (doing(exchange) === 'signs out') {
    return latest?.subject.doing === 'signs out' ? latest : undefined;
  }
  if (navigates && request.method === 'GET') return undefined;
  return (
    list.get(browsers.pageBefore(browser, exchange)) ?? (navigates ? undefined : latest)
  );
}

function visit(exchange: Exchange, sessions: Sessions) {
  const cookie = sessionCookie(exchange.to, cookiesOf(exchange.request.headers));
  const person = sessions.personBehind(cookie);
  return { kind: 'visit', person, doing: doing(exchange) } as const;
}
