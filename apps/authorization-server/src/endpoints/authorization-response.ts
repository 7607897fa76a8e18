/**
 * The authorization response: back to the client, through the browser, with a
 * code or with an error. Always with `iss`, so that a client of several
 * servers knows who answered, and with the `state` that it sent.
 *
 *     HTTP/1.1 303 See Other
 *     Location: http://localhost:9000/callback?code=...&state=...&iss=http://localhost:9001
 *
 * 303, because a browser would repeat a POST after a 307, and hand the
 * password on with it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://www.rfc-editor.org/rfc/rfc9207#section-2
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.12
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import type { OAuthError } from '@four-roles/protocol/oauth-error';
import { randomValue } from '@four-roles/protocol/random-value';
import { formatScope } from '@four-roles/protocol/scope';
import type { Context } from 'hono';
import type { AuthorizationRequest, ReturnAddress } from '../authorization-request.ts';
import { codeLifetime } from '../lifetimes.ts';
import type { Session } from '../storage/sessions.ts';
import type { Storage } from '../storage/storage.ts';

/**
 * Issue a code and send it home.
 *
 * @param scopes what the person agreed to, which may be less than was asked for
 */
export async function answerWithCode(
  c: Context,
  to: ReturnAddress,
  request: AuthorizationRequest,
  scopes: string[],
  session: Session,
  issuer: string,
  storage: Storage,
  clock: Clock,
): Promise<Response> {
  const code = randomValue();
  await storage.keepAuthorizationCode({
    codeHash: sha256(code),
    grantId: randomValue(),
    clientId: to.client.clientId,
    subject: session.subject,
    redirectUri: to.sentRedirectUri,
    codeChallenge: request.codeChallenge ?? null,
    scope: formatScope(scopes),
    resource: request.resource,
    nonce: request.nonce ?? null,
    authTime: session.authenticatedAt,
    expiresAt: seconds(clock) + codeLifetime,
    redeemedAt: null,
  });
  return goHome(c, to, { code, state: to.state, iss: issuer });
}

export function answerWithError(
  c: Context,
  to: ReturnAddress,
  error: OAuthError,
  issuer: string,
): Response {
  return goHome(c, to, { ...error.wire, state: to.state, iss: issuer });
}

function goHome(
  c: Context,
  to: ReturnAddress,
  parameters: Record<string, string | undefined>,
): Response {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  const mark = to.redirectUri.includes('?') ? '&' : '?';
  c.header('Cache-Control', 'no-store');
  return c.redirect(`${to.redirectUri}${mark}${query}`, 303);
}
