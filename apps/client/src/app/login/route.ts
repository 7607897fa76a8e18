/**
 * GET /login
 *
 * "Continue with Acorn": begin a sign-in and send the browser to the
 * authorization server.
 *
 * ```http
 * GET /login?scope=mail.send&return_to=%2Fcompose HTTP/1.1
 * Host: localhost:9000
 *
 * HTTP/1.1 303 See Other
 * Location: http://localhost:9001/authorize?response_type=code&client_id=briefing&...
 * Set-Cookie: briefing_browser=...; HttpOnly; SameSite=Lax; Path=/
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.11.1
 */
import { sha256 } from '@four-roles/protocol/hash';
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import { formatScope, isSubset, parseScope } from '@four-roles/protocol/scope';
import { clock, issuer } from '../../config.ts';
import {
  authorizationRequestUrl,
  createAttemptSecrets,
} from '../../oauth/authorization-request.ts';
import { discover } from '../../oauth/authorization-server-metadata.ts';
import { orProblemPage, seeOther } from '../../problems/or-problem-page.ts';
import {
  clientCredentials,
  firstScopes,
  redirectUri,
  scopes,
  userResource,
} from '../../registration.ts';
import { scopeOfThisApp } from '../../rules/sign-in.ts';
import { browserIdOf, keepBrowserId } from '../../session/cookies.ts';
import { currentSession } from '../../session/current-session.ts';
import { readReturnTo } from '../../session/return-to.ts';
import { rememberLoginAttempt } from '../../storage/login-attempts.ts';

/** People talk in class. Milliseconds. */
const anHour = 60 * 60 * 1000;

export async function GET(request: Request): Promise<Response> {
  return orProblemPage(request, async () => {
    // 1. Where to go on afterwards: a page of this app (RFC 9700, section 4.11.1).
    const asked = readParameters(new URL(request.url).searchParams);
    const returnTo = readReturnTo(asked.get('return_to'));

    // 2. What to ask for: what is granted already, and what is needed now.
    const session = await currentSession(request.headers.get('Cookie'));
    const granted = typeof session === 'object' ? parseScope(session.tokens.scope) : [];
    const further = parseScope(asked.get('scope'));
    check(scopeOfThisApp, isSubset(further, Object.keys(scopes)), {
      expected: Object.keys(scopes).join(' '),
      received: further.join(' ').slice(0, 80),
    });
    const before = granted.length > 0 ? granted : firstScopes;
    const scope = formatScope([...new Set([...before, ...further])]);

    // 3. Everything that the answer will be held against, for this attempt alone.
    const { authorization_endpoint } = await discover(issuer);
    const { client_id } = clientCredentials();
    const secrets = createAttemptSecrets();
    const browserId = browserIdOf(request);
    await rememberLoginAttempt(secrets.state, {
      browser_hash: sha256(browserId),
      nonce: secrets.nonce,
      code_verifier: secrets.codeVerifier,
      scope,
      return_to: returnTo,
      expires_at: clock.now() + anHour,
    });

    // 4. Send the browser on.
    const client = { clientId: client_id, redirectUri, resource: userResource };
    const address = authorizationRequestUrl(
      authorization_endpoint,
      client,
      scope,
      secrets,
    );
    return seeOther(address.href, keepBrowserId(browserId));
  });
}
