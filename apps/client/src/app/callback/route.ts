/**
 * GET /callback
 *
 * The redirect URI: the browser is back with a code. Every check of the client
 * happens here, before it believes that anybody has signed in.
 *
 * ```http
 * GET /callback?code=...&state=...&iss=http%3A%2F%2Flocalhost%3A9001 HTTP/1.1
 * Host: localhost:9000
 * Cookie: briefing_browser=...
 *
 * HTTP/1.1 303 See Other
 * Location: http://localhost:9000/inbox
 * Set-Cookie: briefing_session=...; HttpOnly; SameSite=Lax; Path=/
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import { isSubset, parseScope } from '@four-roles/protocol/scope';
import { clock, issuer } from '../../config.ts';
import { requestAccessToken } from '../../oauth/access-token-request.ts';
import { consumeAttempt, readCode } from '../../oauth/authorization-response.ts';
import { discover } from '../../oauth/authorization-server-metadata.ts';
import { validateIdToken } from '../../oauth/id-token.ts';
import { keySetAt } from '../../oauth/key-set.ts';
import { Refused } from '../../oauth/send.ts';
import { requestUserinfo } from '../../oauth/userinfo-request.ts';
import { orProblemPage, seeOther } from '../../problems/or-problem-page.ts';
import { clientCredentials } from '../../registration.ts';
import { idTokenPresent } from '../../rules/token-response.ts';
import type { Secret } from '../../secret.ts';
import {
  aWeekInSeconds,
  browserCookie,
  readCookie,
  sessionCookie,
  setCookie,
} from '../../session/cookies.ts';
import { currentSession } from '../../session/current-session.ts';
import { returnAddress } from '../../session/return-to.ts';
import { giveBack, signOut } from '../../session/sign-out.ts';
import type { LoginAttempt } from '../../storage/login-attempts.ts';
import { createSession, type Session } from '../../storage/sessions.ts';

export async function GET(request: Request): Promise<Response> {
  return orProblemPage(request, async () => {
    const cookies = request.headers.get('Cookie');
    const found = await currentSession(cookies);
    const before = typeof found === 'object' ? found : undefined;
    const response = readParameters(new URL(request.url).searchParams);

    // 1. Which sign-in does this answer, and is it this browser's? From here on it is used up.
    const attempt = await consumeAttempt(response, readCookie(cookies, browserCookie));

    // 2. The code; or a refusal, with which somebody who is signed in already just goes on.
    let code: string;
    try {
      code = readCode(response);
    } catch (error) {
      if (!before || !isNo(error)) throw error;
      return seeOther(returnAddress(attempt.return_to, declined(attempt, before)));
    }

    // 3. From the code to tokens, from server to server.
    const server = await discover(issuer);
    const { tokens, idToken } = await requestAccessToken(
      server.token_endpoint,
      code,
      attempt,
    );

    let id: Secret;
    try {
      // 4. Who signed in? Who asked for openid is told (OpenID Connect Core, section 3.1.3.3).
      check(idTokenPresent, idToken !== undefined, {
        expected: 'id_token',
        received: 'no id_token',
      });
      const sub = await validateIdToken(idToken, {
        issuer,
        clientId: clientCredentials().client_id,
        nonce: attempt.nonce,
        accessToken: tokens.accessToken,
        keys: keySetAt(server.jwks_uri),
        clock,
      });

      // 5. Their name and picture, from the API.
      const { accessToken } = tokens;
      const person = await requestUserinfo(server.userinfo_endpoint, accessToken, sub);

      // 6. A new session, under a new id; the one before it ends.
      const expiresAt = clock.now() + aWeekInSeconds * 1000;
      id = await createSession(person, tokens, idToken, expiresAt);
    } catch (error) {
      // Nobody has signed in: tokens that nobody will use must not stay good for weeks.
      await giveBack(tokens);
      throw error;
    }
    if (before) await signOut(before);

    // 7. On to where the person wanted to go. The code is out of the address.
    return seeOther(
      returnAddress(attempt.return_to, before && declined(attempt, { tokens })),
      setCookie(sessionCookie, id.reveal(), aWeekInSeconds),
    );
  });
}

function isNo(error: unknown): boolean {
  return error instanceof Refused && error.error === 'access_denied';
}

/** What was asked for and is not granted. */
function declined(
  { scope }: LoginAttempt,
  { tokens }: Pick<Session, 'tokens'>,
): string[] {
  const granted = parseScope(tokens.scope);
  return parseScope(scope).filter((one) => !isSubset([one], granted));
}
