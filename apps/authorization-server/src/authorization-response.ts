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
import type { AuthorizationResponse } from '@four-roles/protocol/authorization-messages';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { formatScope } from '@four-roles/protocol/scope';
import type { Context } from 'hono';
import type { RequestedAuthorization, ReturnAddress } from './authorization-request.ts';
import { codeLifetime } from './lifetimes.ts';
import { withParameters } from './redirect-uri.ts';
import type { Session } from './storage/sessions.ts';
import type { Storage } from './storage/storage.ts';

/**
 * A code, bound to the client, the redirect URI, the challenge and the person.
 *
 * @param scopes what the person agreed to, which may be less than was asked for
 * @param now seconds since the epoch
 */
export async function issueCode(
  to: ReturnAddress,
  requested: RequestedAuthorization,
  scopes: string[],
  session: Session,
  storage: Storage,
  now: number,
): Promise<string> {
  const code = randomValue();
  await storage.keepAuthorizationCode({
    codeHash: sha256(code),
    grantId: randomValue(),
    clientId: to.client.clientId,
    subject: session.subject,
    redirectUri: to.sentRedirectUri,
    codeChallenge: requested.codeChallenge ?? null,
    scope: formatScope(scopes),
    resource: requested.resource,
    nonce: requested.nonce ?? null,
    authTime: session.authenticatedAt,
    expiresAt: now + codeLifetime,
    redeemedAt: null,
  });
  return code;
}

export function goHome(
  c: Context,
  to: ReturnAddress,
  answer: AuthorizationResponse,
): Response {
  c.header('Cache-Control', 'no-store');
  return c.redirect(withParameters(to.redirectUri, answer), 303);
}
