/**
 * GET /logout (and POST)
 *
 * Signing out of an app and signing out of Acorn are two things. The app sends
 * the browser here for the second; the person is asked, since any page could
 * have sent them; then they return to an address that the app registered.
 *
 *     GET /logout?client_id=briefing&post_logout_redirect_uri=http://localhost:9000/
 *
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
import type { Clock } from '@four-roles/protocol/clock';
import { decodeUnverified, isSignedBy } from '@four-roles/protocol/jwt';
import { type Parameters, readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import { withParameters } from '../redirect-uri.ts';
import { readQueryOrForm } from '../request-body.ts';
import {
  clientIdMatchesHint,
  idTokenHintOurs,
  postLogoutRedirectUriRegistered,
} from '../rules/resource-owner.ts';
import { record } from '../security-record.ts';
import type { KeyRing } from '../signing-keys/key-ring.ts';
import type { Storage } from '../storage/storage.ts';
import { refuseForeignForm } from './own-page.ts';
import { type Html, renderPage } from './page.ts';
import type { Sessions } from './session.ts';

export function logout(
  issuer: string,
  keys: KeyRing,
  sessions: Sessions,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    const sent = await readQueryOrForm(c);
    const parameters = readParameters(sent);

    // 1. Where to afterwards? Only to where the client said beforehand.
    const session = await sessions.find(c);
    const returnTo = await readReturnTo(parameters, session !== undefined);

    // 2. Ask. A hidden image on any page could have come this far.
    if (session && parameters.get('decision') !== 'sign-out') {
      return confirmationPage(c, sent, returnTo);
    }

    // 3. End the session here.
    if (session) {
      refuseForeignForm(c, issuer);
      await sessions.end(c);
      const { subject } = session;
      await record({ event: 'signed_out', subject }, storage, clock);
    }
    return returnTo ? c.redirect(returnTo, 303) : signedOutPage(c);
  };

  /** @param asks a page is shown before anybody is sent there */
  async function readReturnTo(
    parameters: Parameters,
    asks: boolean,
  ): Promise<string | undefined> {
    const hint = parameters.get('id_token_hint');
    const decoded = hint ? decodeUnverified(hint) : undefined;
    const key = await keys.find(decoded?.header.kid);
    const ours =
      decoded?.header.typ === 'JWT' &&
      decoded.claims.iss === issuer &&
      key !== undefined &&
      (await isSignedBy(hint ?? '', key));
    check(idTokenHintOurs, hint === undefined || ours);
    const hinted = decoded?.claims.aud;
    const named = parameters.get('client_id');
    check(clientIdMatchesHint, !hinted || !named || hinted === named, {
      expected: hinted,
      received: named,
    });
    const clientId = typeof hinted === 'string' ? hinted : named;
    const client = clientId ? await storage.findClient(clientId) : undefined;

    const asked = parameters.get('post_logout_redirect_uri');
    if (!asked) return undefined;
    const registered = client?.postLogoutRedirectUris ?? [];
    check(postLogoutRedirectUriRegistered, registered.includes(asked), {
      expected: registered,
      received: asked,
    });

    // Whoever registers a client chooses that address. Where nobody is asked, it takes a
    // hint, or a client of whoever runs this server; and a suspended one gets nobody.
    const trusted = asks || hint !== undefined || client?.owner === null;
    if (!trusted || client?.suspendedAt) return undefined;
    return withParameters(asked, { state: parameters.get('state') });
  }
}

function confirmationPage(
  c: Context,
  sent: URLSearchParams,
  returnTo: string | undefined,
) {
  const main = html`
    <section class="card">
      <h1>Sign out of Acorn?</h1>
      <p class="lead">
        Apps that you are signed in to stay signed in until you leave them, or
        <a href="/account">disconnect</a> them.
      </p>
      <form method="post" action="/logout" class="actions">
        ${repeated(sent)}
        <a class="button" href="${returnTo ?? '/account'}">Stay signed in</a>
        <button type="submit" name="decision" value="sign-out" class="primary">Sign out</button>
      </form>
    </section>`;
  return renderPage(c, { title: 'Sign out?', main, formLeadsTo: returnTo });
}

/** The request once more, for the answer to it; without an answer that somebody put there. */
function repeated(sent: URLSearchParams): Html[] {
  return [...sent]
    .filter(([name]) => name !== 'decision')
    .map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    );
}

function signedOutPage(c: Context) {
  const main = html`
    <section class="card">
      <h1>You are signed out</h1>
      <p class="lead">Nobody is signed in to Acorn in this browser.</p>
    </section>`;
  return renderPage(c, { title: 'Signed out', main });
}
