/**
 * Browsers, told apart by their cookies: where each was last, and where a
 * redirect has sent it. Two people at one machine have two browsers, or one
 * and a private window; their cookies differ, and nothing else does.
 */
import { headerOf } from '../explain/message.ts';
import type { Exchange, RawHeaders, RoleName } from './exchange.ts';
import { cookiesOf, cookiesSetBy, isNavigation } from './sessions.ts';

export type Browser = {
  agent: string;
  cookies: Map<string, string>;
  /** The flow that it was last in. */
  latest: number | undefined;
  /** By address: the flow whose redirect leads there. */
  sentTo: Map<string, number>;
  /** By address: the flow in which that page was last shown. */
  pages: Map<string, number>;
};

export type AnswerHead = { status: number; headers: RawHeaders };

const mostBrowsers = 50;
const mostAddresses = 50;
/** Shorter values, such as `theme=dark`, are those of many browsers. */
const shortestCookie = 16;

export function createBrowsers(origins: Record<RoleName, string>) {
  /** The one that was used last comes last. */
  const browsers = new Set<Browser>();

  function find(cookies: Map<string, string>, agent: string, navigates: boolean) {
    const newestFirst = [...browsers].reverse();
    const same = newestFirst.find((browser) => share(browser.cookies, cookies));
    if (same) return same;
    // A first visit has no cookies yet; what a page fetches from elsewhere may come without.
    return newestFirst.find(
      (browser) =>
        browser.agent === agent &&
        (browser.cookies.size === 0 || (!navigates && cookies.size === 0)),
    );
  }

  /** The browser that sent this, with what it is now known to carry. */
  function browserOf({ request: { headers } }: Exchange): Browser {
    const cookies = telling(cookiesOf(headers));
    const agent = headerOf(headers, 'user-agent') ?? '';
    const browser = find(cookies, agent, isNavigation(headers)) ?? {
      ...{ agent, cookies: new Map(), latest: undefined },
      ...{ sentTo: new Map(), pages: new Map() },
    };
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    browsers.delete(browser);
    browsers.add(browser);
    const [oldest] = browsers;
    if (browsers.size > mostBrowsers && oldest) browsers.delete(oldest);
    return browser;
  }

  function addressOf({ to, request }: Exchange): string {
    return withoutFragment(request.target, origins[to]);
  }

  return {
    browserOf,

    /** The flow whose redirect it follows with this request; each is followed once. */
    followed(browser: Browser, exchange: Exchange): number | undefined {
      const address = addressOf(exchange);
      const flow = browser.sentTo.get(address);
      browser.sentTo.delete(address);
      return flow;
    },

    /** The flow of the page on which this form, or the script that fetches, stood. */
    pageBefore(browser: Browser, { request }: Exchange): number | undefined {
      const referrer = headerOf(request.headers, 'referer');
      return referrer === undefined ? undefined : browser.pages.get(referrer);
    },

    isIn(browser: Browser, exchange: Exchange, flow: number): void {
      browser.latest = flow;
      if (isNavigation(exchange.request.headers))
        keep(browser.pages, addressOf(exchange), flow);
    },

    answered(browser: Browser, exchange: Exchange, answer: AnswerHead): void {
      const { status, headers } = answer;
      for (const [name, value] of telling(cookiesSetBy(headers), '')) {
        if (value) browser.cookies.set(name, value);
        else browser.cookies.delete(name);
      }
      const location = headerOf(headers, 'location');
      if (location === undefined || status < 300 || status > 399) return;
      const address = withoutFragment(location, addressOf(exchange));
      keep(browser.sentTo, address, exchange.flow);
    },
  };
}

export type Browsers = ReturnType<typeof createBrowsers>;

function share(one: Map<string, string>, other: Map<string, string>): boolean {
  return [...other].some(([name, value]) => one.get(name) === value);
}

/** Those that tell one browser from another; `removed` is the value of one that is taken away. */
function telling(cookies: Map<string, string>, removed?: string): Map<string, string> {
  return new Map(
    [...cookies].filter(
      ([, value]) => value.length >= shortestCookie || value === removed,
    ),
  );
}

/** An address that cannot be read leads nowhere. */
function withoutFragment(address: string, base: string): string {
  const url = URL.parse(address, base);
  if (!url) return '';
  url.hash = '';
  return url.href;
}

function keep(addresses: Map<string, number>, address: string, flow: number): void {
  addresses.delete(address);
  addresses.set(address, flow);
  const [oldest] = addresses.keys();
  if (addresses.size > mostAddresses && oldest !== undefined) addresses.delete(oldest);
}
