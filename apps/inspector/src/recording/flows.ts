/**
 * Which flow does an exchange belong to, and which exchange caused it?
 *
 * A flow is what one person or program did, with everything that followed:
 *
 * - a sign-in, from the click to the page on which it ends. Its messages know
 *   each other by where a redirect leads, and by the state, the code and the
 *   challenge that they carry;
 * - a visit: one page that somebody opens, with the redirects, forms and calls
 *   that follow from it. One page is one flow, not half a minute of clicking:
 *   on the diagram its name is a heading that says what the person did, and a
 *   class that talks for ten minutes between two clicks sees the same picture;
 * - a run of the worker, and before the first one its registration;
 * - what any other program does, until it falls silent for half a minute.
 *
 * What a role sends while it is answering belongs to what it is answering.
 * Noise belongs to no flow: its `flow` is 0.
 */
import { formOf } from '../explain/message.ts';
import { type AnswerHead, type Browser, createBrowsers } from './browsers.ts';
import { createCauses } from './causes.ts';
import type { ClientNames } from './client-names.ts';
import { deedIn } from './deeds.ts';
import type { Exchange, Flow, RoleName } from './exchange.ts';
import { beginFlow } from './flow-beginning.ts';
import { createFlowList, type FlowRecord } from './flow-list.ts';
import { nameInUserinfo, typedName } from './flow-name.ts';
import {
  isOfSignIn,
  isToken,
  valuesOfLocation,
  valuesOfRequest,
  valuesOfResponse,
} from './linking-values.ts';
import { cookiesSetBy, type Sessions, sessionCookie } from './sessions.ts';

export type Flows = ReturnType<typeof createFlows>;

/**
 * @param origins the public ones
 * @param onChange the list has changed: a flow more, one less, another name
 */
export function createFlows(
  origins: Record<RoleName, string>,
  sessions: Sessions,
  clients: ClientNames,
  onChange: () => void,
) {
  const list = createFlowList(onChange);
  const browsers = createBrowsers(origins);
  const causes = createCauses();
  /** Whoever waits for these answers. */
  const browserOf = new Map<number, Browser>();

  /** What was sent again belongs beside the first one: the inspector sent it, and no role. */
  function find(exchange: Exchange, values: string[], original: Exchange | undefined) {
    if (exchange.sentAgain !== undefined) return list.get(original?.flow);
    const cause = causes.causeOf(exchange, values);
    const record = list.get(cause?.flow);
    if (cause && record) exchange.cause = cause.id;
    return record;
  }

  function findByTrail(
    exchange: Exchange,
    browser: Browser | undefined,
    values: string[],
  ) {
    const followed = browser && list.get(browsers.followed(browser, exchange));
    return followed ?? list.withAnyOf(values.filter(isOfSignIn));
  }

  function isOf(record: FlowRecord, person: string | undefined, sure: boolean): void {
    if (person === undefined) return;
    list.isOf(record, person, sure);
    shareName(record);
  }

  /** Whose flow it is, theirs is the session that it gave out. */
  function shareName({ cookies, subject: { person } }: FlowRecord): void {
    if (person === undefined) return;
    for (const cookie of cookies) sessions.belongsTo(cookie, person);
  }

  return {
    list: list.all,
    flowOf: ({ flow }: Exchange): Flow | undefined => list.get(flow)?.flow,

    /**
     * The request has come, whole: sets `flow` and `cause`.
     *
     * @param original of a message that was sent again
     */
    requestCame(exchange: Exchange, original?: Exchange): void {
      if (exchange.noise) return;
      const { from, request } = exchange;
      const values = valuesOfRequest(request);
      const carries = from === 'browser' || from === 'other';
      const browser = carries ? browsers.browserOf(exchange) : undefined;
      const record =
        find(exchange, values, original) ??
        findByTrail(exchange, browser, values) ??
        beginFlow(exchange, browser, browsers, list, sessions, clients);
      list.join(record, exchange);
      list.recognise(record, values.filter(isOfSignIn));

      const cookie = browser && sessionCookie(exchange.to, browser.cookies);
      const tokens = cookie ? sessions.tokensOf(cookie) : [];
      causes.came(exchange, [...values, ...tokens]);
      if (browser && exchange.sentAgain === undefined) {
        browsers.isIn(browser, exchange, record.flow.id);
        browserOf.set(exchange.id, browser);
      }
      if (exchange.to === 'authorization-server' && request.target === '/login') {
        isOf(record, typedName(formOf(request.headers, request.body)), false);
      }
    },

    /** It lies with the role, which may now send something because of it. */
    arrived({ id }: Exchange): void {
      causes.arrived(id);
    },

    /** The head of an answer, as the role sent it or as somebody has changed it. */
    answerBegan(exchange: Exchange, answer: AnswerHead): void {
      const record = list.get(exchange.flow);
      if (!record) return;
      list.recognise(record, valuesOfLocation(answer.headers).filter(isOfSignIn));
      const browser = browserOf.get(exchange.id);
      if (browser) browsers.answered(browser, exchange, answer);
      const given = sessionCookie(exchange.to, cookiesSetBy(answer.headers));
      if (given) record.cookies.add(given);
      shareName(record);
    },

    /** The role has said everything it had to say. */
    answerCame(exchange: Exchange): void {
      const record = list.get(exchange.flow);
      if (!record || !exchange.response) return;
      causes.learn(exchange.id, valuesOfResponse(exchange.response));
      clients.learn(exchange);
      isOf(record, nameInUserinfo(exchange), true);
      const doing = record.subject.kind === 'visit' ? deedIn(exchange) : undefined;
      if (doing) list.isAbout(record, { ...record.subject, doing });
      const browser = browserOf.get(exchange.id);
      const cookie = browser && sessionCookie(exchange.to, browser.cookies);
      const tokens = [...causes.carriedBy(exchange.id)].filter(isToken);
      if (cookie) sessions.uses(cookie, tokens);
      causes.answered(exchange.id);
    },

    /** It is over, with an answer or without. */
    ended(exchange: Exchange): void {
      causes.left(exchange.id);
      browserOf.delete(exchange.id);
      list.answered(exchange);
    },

    /** It is no longer kept. */
    forget: list.forget,
  };
}
