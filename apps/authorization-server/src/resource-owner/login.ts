/**
 * GET /login?<authorization request>
 * GET /login?next=developer
 * POST /login
 *
 * The one place where a password is typed, and the one server that sees it.
 *
 *     POST /login HTTP/1.1
 *     Origin: http://localhost:9001
 *
 *     username=ada&password=...&request=response_type%3Dcode%26client_id%3Dbriefing...
 *
 *     HTTP/1.1 303 See Other
 *     Set-Cookie: acorn_session=...; HttpOnly; SameSite=Lax
 *     Location: /authorize?response_type=code&client_id=briefing...
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { parseScope } from '@four-roles/protocol/scope';
import type { Context, Handler } from 'hono';
import { readReturnAddress } from '../authorization-request.ts';
import { refuseIfGuessing } from '../guessing.ts';
import { remoteAddress } from '../remote-address.ts';
import { readForm } from '../request-body.ts';
import {
  accountKnown,
  passwordGuessingSlowed,
  passwordMatches,
} from '../rules/resource-owner.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';
import { loginPage, nothingInProgressPage } from './login-page.ts';
import { refuseForeignForm } from './own-page.ts';
import { verifyPassword } from './password.ts';
import { findPlace, pathOf } from './places.ts';
import type { Sessions } from './session.ts';

/** How many wrong passwords in a row cost nothing. */
const freeAttempts = { accountFromAddress: 20, account: 100, address: 100 };

export function showLogin(client: string, storage: Storage): Handler {
  return async (c) => {
    const sent = new URL(c.req.url).searchParams;
    const place = findPlace(sent.get('next'));
    if (place) return loginPage(c, { place, request: '', username: '' });
    if (!sent.has('client_id')) return nothingInProgressPage(c, client);
    const to = await readReturnAddress(sent, storage);
    const username = sent.get('login_hint') ?? '';
    return loginPage(c, { to, request: sent.toString(), username });
  };
}

export function login(
  issuer: string,
  sessions: Sessions,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. From our own page, about a request that is still good.
    refuseForeignForm(c, issuer);
    const form = await readForm(c);
    const request = new URLSearchParams(form.get('request') ?? '');
    const to = request.size > 0 ? await readReturnAddress(request, storage) : undefined;
    const place = findPlace(form.get('next')) ?? 'account';

    // 2. The password, at a pace that makes guessing hopeless.
    const username = (form.get('username') ?? '').trim().toLowerCase().slice(0, 100);
    const password = (form.get('password') ?? '').slice(0, 1000);
    try {
      const subject = await authenticate(c, username, password);
      await sessions.start(c, subject);
      await record({ event: 'signed_in', subject }, storage, clock);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const subject = (await storage.findAccountByUsername(username))?.subject;
      const refusal = { subject, rule: error.rule?.id };
      await record({ event: 'sign_in_refused', ...refusal }, storage, clock);
      return loginPage(c, { to, place, request: request.toString(), username, error });
    }

    // 3. On with what was in progress.
    const onward = to ? `/authorize?${withoutLogin(request)}` : pathOf(place);
    return c.redirect(onward, 303);
  };

  async function authenticate(c: Context, username: string, password: string) {
    // Hashed: what is typed as a username may be a password.
    const typed = `account:${sha256(username)}`;
    const keys = {
      accountFromAddress: `${typed} from ${remoteAddress(c)}`,
      account: typed,
      address: `address:${remoteAddress(c)}`,
    };
    for (const name of ['accountFromAddress', 'account', 'address'] as const) {
      const free = freeAttempts[name];
      await refuseIfGuessing(passwordGuessingSlowed, keys[name], free, storage, clock);
    }

    // Counted before it is verified: a hundred guesses at once are a hundred guesses.
    await storage.countFailedAttempt(keys.accountFromAddress, seconds(clock));
    await storage.countFailedAttempt(keys.account, seconds(clock));

    // The same work whether the account exists or not.
    const account = await storage.findAccountByUsername(username);
    const matches = await verifyPassword(account?.passwordHash, password);
    if (!matches) await storage.countFailedAttempt(keys.address, seconds(clock));
    check(accountKnown, account !== undefined);
    check(passwordMatches, matches);

    await storage.forgetFailedAttempts(keys.accountFromAddress);
    await storage.forgetFailedAttempts(keys.account);
    return account.subject;
  }
}

/** They have just signed in: what asked for a fresh sign-in has been done. */
function withoutLogin(request: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(request);
  const prompt = parseScope(rest.get('prompt') ?? '').filter(
    (value) => value !== 'login',
  );
  rest.delete('max_age');
  rest.delete('prompt');
  if (prompt.length > 0) rest.set('prompt', prompt.join(' '));
  return rest;
}
