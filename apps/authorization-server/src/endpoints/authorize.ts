/**
 * GET /authorize (and POST, with the same parameters as a form)
 *
 * A client has sent the browser here, to ask the person who sits in front of
 * it. This endpoint decides what to show next: the login page, the consent
 * page, or nothing at all and straight back.
 *
 *     GET /authorize?response_type=code&client_id=briefing
 *       &redirect_uri=http://localhost:9000/callback&scope=openid%20profile
 *       &state=...&nonce=...&code_challenge=...&code_challenge_method=S256
 *       &resource=http://localhost:9002/user
 *
 *     HTTP/1.1 303 See Other
 *     Location: http://localhost:9000/callback?code=...&state=...&iss=http://localhost:9001
 *
 * Nothing is stored while the person reads: the request itself travels on, in
 * the address of the login page and in the form of the consent page, and is
 * checked anew at every step. So any number of sign-ins go on side by side,
 * and a restart of this server loses none of them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import { isSubset, parseScope } from '@four-roles/protocol/scope';
import type { Handler } from 'hono';
import { readAuthorizationRequest, readReturnAddress } from '../authorization-request.ts';
import { goHome, issueCode } from '../authorization-response.ts';
import { isPublic } from '../client-authentication/methods.ts';
import { errorsGoTo } from '../error-response.ts';
import { readForm } from '../request-body.ts';
import { consentPage } from '../resource-owner/consent-page.ts';
import { isRecent, type Sessions } from '../resource-owner/session.ts';
import type { ProtectedResource } from '../resources.ts';
import { promptNoneConsented, promptNoneSignedIn } from '../rules/prompt.ts';
import type { Storage } from '../storage/storage.ts';

export function authorize(
  issuer: string,
  secret: string,
  resources: ProtectedResource[],
  sessions: Sessions,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // A form that comes from another site comes without our cookie; sent on as a
    // GET, it comes with it.
    if (c.req.method === 'POST')
      return c.redirect(`/authorize?${await readForm(c)}`, 303);
    const sent = new URL(c.req.url).searchParams;

    // 1. Who asks, and where may the answer go? An error here is shown, not sent.
    const to = await readReturnAddress(sent, storage);

    // 2. Whoever registers a client chooses that address: only who is signed in is sent
    //    there, or a link to this server would lead anybody anywhere (RFC 9700, section
    //    4.11.2). What whoever runs this server registered is trusted.
    const session = await sessions.find(c);
    const silent = parseScope(sent.get('prompt') ?? '').includes('none');
    const trusted = to.client.owner === null;
    if (!session && !trusted && !silent) return c.redirect(`/login?${sent}`, 303);

    // 3. From here on, an error is sent back to the client.
    errorsGoTo(c, to);
    const request = readAuthorizationRequest(sent, to.client, resources);

    // 4. Who sits there? Sign in, where nobody is signed in, or not recently enough.
    const now = seconds(clock);
    const signedIn = session !== undefined && isRecent(session, request.maxAge, now);
    check(promptNoneSignedIn, signedIn || !silent);
    if (!signedIn || request.prompt.includes('login')) {
      return c.redirect(`/login?${sent}`, 303);
    }

    // 5. Do they agree? Ask, unless they have agreed to all of it before. A public
    //    client is always asked for: anybody could be using its name.
    const agreed = await storage.findAgreedScopes(session.subject, to.client.clientId);
    const consented =
      isSubset(request.scopes, agreed) &&
      !isPublic(to.client) &&
      !request.prompt.includes('consent');
    check(promptNoneConsented, consented || !silent);
    if (!consented) {
      return consentPage(c, { to, request, session, sent, secret, resources, storage });
    }

    // 6. Back to the client, with a code.
    const code = await issueCode(to, request, request.scopes, session, storage, now);
    return goHome(c, to, { code, state: to.state, iss: issuer });
  };
}
