/**
 * A browser with its cookies, and a sign-in with it, step by step, so that a
 * test can let two of them run side by side.
 */
import type { RawHeaders, RoleName } from '../src/recording/exchange.ts';
import type { Answer, World } from './recorded-world.ts';
import { origins } from './recorded-world.ts';

export type Browser = ReturnType<typeof openBrowser>;

export function openBrowser(world: World) {
  const cookies = new Map<string, string>();

  function cookieHeader(): RawHeaders {
    const pairs = [...cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? [['Cookie', pairs.join('; ')]] : [];
  }

  return {
    cookies,

    /** Somebody goes to a page, or sends a form. */
    open(to: RoleName, line: string, form?: Record<string, string>, page?: string) {
      const headers: RawHeaders = [['Sec-Fetch-Mode', 'navigate'], ...cookieHeader()];
      if (page) headers.push(['Referer', origins[to] + page]);
      return world.send({
        ...{ to, line, headers, from: 'browser' },
        ...(form && { form }),
      });
    },

    visit(to: RoleName, line: string, answer?: Answer) {
      return this.open(to, line).answer(answer);
    },

    setCookie(name: string, value: string): RawHeaders[number] {
      cookies.set(name, value);
      return ['Set-Cookie', `${name}=${value}; HttpOnly; SameSite=Lax; Path=/`];
    },
  };
}

export const sentTo = (location: string): RawHeaders => [['Location', location]];

/** 43 characters, as the roles make them. */
export const random = (name: string) => name.padEnd(43, '_');

/** @param who `ada`; everything random in this sign-in has it in it */
export function* signIn(world: World, browser: Browser, who: string, givenName?: string) {
  const state = random(`state-of-${who}`);
  const code = random(`code-of-${who}`);
  const token = random(`token-of-${who}`);
  const request = `response_type=code&client_id=briefing&state=${state}`;
  const as = 'authorization-server';

  const start = browser.open('client', 'GET /login');
  yield 'the client is asked to sign in';
  const keep = browser.setCookie('briefing_browser', random(`browser-of-${who}`));
  const authorize = `${origins[as]}/authorize?${request}`;
  start.answer({ status: 303, headers: [...sentTo(authorize), keep] });
  browser.visit(as, `GET /authorize?${request}`, {
    ...{ status: 303, headers: sentTo(`/login?${request}`) },
  });
  browser.visit(as, `GET /login?${request}`);
  yield 'the login page is shown';

  const password = browser.open(as, 'POST /login', { username: who, request });
  const session = browser.setCookie('acorn_session', random(`acorn-of-${who}`));
  const back = sentTo(`/authorize?${request}`);
  password.answer({ status: 303, headers: [...back, session] });
  browser.visit(as, `GET /authorize?${request}`);
  yield 'the consent page is shown';

  const callback = `/callback?code=${code}&state=${state}`;
  const home = sentTo(origins.client + callback);
  browser
    .open(as, 'POST /consent', { request, decision: 'allow' })
    .answer({ status: 303, headers: home });
  const arrival = browser.open('client', `GET ${callback}`);
  yield 'the code has come back';

  const line = 'POST /token';
  const tokens = world.send({ from: 'client', to: as, line, form: { code } });
  tokens.answer({ json: { access_token: token } });
  yield 'the code was redeemed';

  const headers: RawHeaders = [['Authorization', `Bearer ${token}`]];
  world
    .send({ from: 'client', to: 'resource-server', line: 'GET /user/userinfo', headers })
    .answer({ json: { sub: 'acct_1', given_name: givenName } });
  const signedIn = browser.setCookie('briefing_session', random(`session-of-${who}`));
  const inbox = sentTo(`${origins.client}/inbox`);
  arrival.answer({ status: 303, headers: [...inbox, signedIn] });
  browser.visit('client', 'GET /inbox');
}

/** All of it at once. */
export function signInAtOnce(
  world: World,
  browser: Browser,
  who: string,
  givenName?: string,
): void {
  for (const _ of signIn(world, browser, who, givenName));
}
