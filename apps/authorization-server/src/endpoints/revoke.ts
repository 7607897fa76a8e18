/**
 * POST /revoke
 *
 * A client gives a token back. A refresh token takes the whole grant with it;
 * an access token only itself. What is no token of ours needs no revoking: the
 * answer is 200 as well.
 *
 *     POST /revoke HTTP/1.1
 *     Authorization: Basic YnJpZWZpbmc6...
 *     Content-Type: application/x-www-form-urlencoded
 *
 *     token=...&token_type_hint=refresh_token
 *
 *     HTTP/1.1 200 OK
 *
 *     {}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { readParameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import type { AuthenticateClient } from '../client-authentication.ts';
import { findToken } from '../find-token.ts';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { readForm } from '../request-body.ts';
import { revocationOfOwnToken, tokenToRevokeSent } from '../rules/token-status.ts';
import { record } from '../security-record.ts';
import type { KeyRing } from '../signing-keys/key-ring.ts';
import type { Storage } from '../storage/storage.ts';

export function revoke(
  issuer: string,
  keys: KeyRing,
  authenticate: AuthenticateClient,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Who is asking? A client that is suspended may still give back a token.
    const parameters = readParameters(await readForm(c));
    const client = await authenticate(c, parameters, 'heard');
    const token = parameters.get('token');
    check(tokenToRevokeSent, token !== undefined);

    // 2. A token that is unknown is as good as revoked (section 2.2).
    const found = await findToken(token, issuer, keys, storage).catch((error) => {
      if (error instanceof OAuthError) return undefined;
      throw error;
    });
    // JSON, although the body says nothing: some clients parse it.
    if (!found) return jsonResponse({}, 200, anyOrigin);

    // 3. Its own token.
    check(revocationOfOwnToken, found.claims.client_id === client.clientId, {
      expected: client.clientId,
      received: found.claims.client_id,
    });

    // 4. Revoke it.
    const now = seconds(clock);
    const theirs = { client, subject: found.claims.sub, by: 'client' } as const;
    if (found.kind === 'refresh_token') {
      await storage.revokeGrant(found.grantId, now);
      await record({ event: 'grant_revoked', ...theirs }, storage, clock);
    } else {
      const { jti, exp } = found.claims;
      await storage.revokeAccessToken(jti, exp, now);
      await record({ event: 'token_revoked', ...theirs, jti }, storage, clock);
    }
    return jsonResponse({}, 200, anyOrigin);
  };
}
