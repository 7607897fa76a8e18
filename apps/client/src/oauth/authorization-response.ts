/**
 * GET /callback (here, by way of the browser)
 *
 * What the authorization server answers: a code, or an error; with the state
 * that was sent, and with its own name.
 *
 * ```http
 * GET /callback?code=...&state=...&iss=http%3A%2F%2Flocalhost%3A9001 HTTP/1.1
 * Host: localhost:9000
 * Cookie: briefing_browser=...
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://www.rfc-editor.org/rfc/rfc9207#section-2
 */
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import { describable } from '@four-roles/protocol/oauth-error';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import { clock, issuer } from '../config.ts';
import {
  attemptFresh,
  attemptUsedOnce,
  codePresent,
  errorIsNotSuccess,
  responseFromIssuer,
  stateKnown,
  stateOfThisBrowser,
} from '../rules/authorization-response.ts';
import {
  findLoginAttempt,
  type LoginAttempt,
  useLoginAttempt,
} from '../storage/login-attempts.ts';
import { Refused } from './send.ts';

/**
 * The sign-in that this answers: known, begun by this browser, recent, and
 * from now on used up.
 *
 * @param browserId from the browser's cookie
 * @throws {OAuthError} invalid_request
 */
export async function consumeAttempt(
  response: Parameters,
  browserId: string | undefined,
): Promise<LoginAttempt> {
  // 1. The state is one that was sent (RFC 6749, section 10.12).
  const state = response.get('state');
  const attempt = state && (await findLoginAttempt(state));
  check(stateKnown, Boolean(attempt), {
    expected: 'a state that this client made',
    received: state ? 'a state that it did not make, or has long forgotten' : 'no state',
  });
  if (!state || !attempt) throw new Error('unreachable');

  // 2. The same browser brings it back (RFC 9700, section 2.1).
  const sameBrowser =
    browserId !== undefined && constantTimeEqual(sha256(browserId), attempt.browser_hash);
  check(stateOfThisBrowser, sameBrowser, {
    expected: 'the cookie of the browser that began this sign-in',
    received: browserId ? 'the cookie of another browser' : 'no cookie',
  });

  // 3. It began not too long ago.
  check(attemptFresh, clock.now() < attempt.expires_at, {
    expected: `an answer before ${new Date(attempt.expires_at).toISOString()}`,
    received: `an answer at ${new Date(clock.now()).toISOString()}`,
  });

  // 4. It is finished once (RFC 9700, section 2.1). A refusal uses it up as well.
  check(attemptUsedOnce, await useLoginAttempt(state), {
    expected: 'a sign-in that is under way',
    received: 'a sign-in that has been finished',
  });

  return attempt;
}

/**
 * The code, if the right server sent one.
 *
 * @throws {Refused} where the answer is an error, such as access_denied
 * @throws {OAuthError} invalid_response
 */
export function readCode(response: Parameters): string {
  // 1. It comes from the server that was asked (RFC 9207, section 2.4).
  const iss = response.get('iss');
  check(responseFromIssuer, iss === issuer, { expected: issuer, received: iss });

  // 2. It is not an error (RFC 6749, section 4.1.2.1).
  const error = response.get('error');
  try {
    check(errorIsNotSuccess, error === undefined, {
      expected: 'a code',
      received: error,
    });
  } catch {
    throw refusalIn(response);
  }

  // 3. It has a code (RFC 6749, section 4.1.2).
  const code = response.get('code');
  check(codePresent, code !== undefined, { expected: 'code', received: 'no code' });

  return code;
}

/** The server's own words, for the page that tells them. */
function refusalIn(response: Parameters): Refused {
  return new Refused('authorization server', 'authorization endpoint', {
    status: 303,
    error: describable(response.get('error') ?? ''),
    description: response.get('error_description')?.slice(0, 400),
    uri: response.get('error_uri')?.slice(0, 400),
  });
}
