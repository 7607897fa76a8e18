/**
 * grant_type=authorization_code: the client redeems the code that came back
 * through the browser, and proves that it is the client that asked.
 *
 *     POST /token
 *     Authorization: Basic ...
 *
 *     grant_type=authorization_code&code=...&redirect_uri=...&code_verifier=...
 *
 * Everything is checked before the code is spent. So a replay with a wrong
 * parameter spends nothing, and a replay that would otherwise have succeeded
 * is evidence of theft: it revokes what the code had issued. That is noticed for
 * as long as the first access token lives, long after the code has expired.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.2.4
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import type { Parameters } from '@four-roles/protocol/parameters';
import { codeChallengeS256, isCodeVerifier } from '@four-roles/protocol/pkce';
import { randomValue } from '@four-roles/protocol/random-value';
import { check } from '@four-roles/protocol/rule';
import { parseScope } from '@four-roles/protocol/scope';
import { grantLifetime, refreshTokenIdleLifetime } from '../lifetimes.ts';
import * as rules from '../rules/authorization-code.ts';
import { resourceUnchanged } from '../rules/scope-and-resource.ts';
import { record } from '../security-record.ts';
import type { Client } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';
import type { Granted } from './granted.ts';

/** @throws {OAuthError} invalid_grant, invalid_request, invalid_target */
export async function authorizationCodeGrant(
  parameters: Parameters,
  client: Client,
  storage: Storage,
  clock: Clock,
): Promise<Granted> {
  const now = seconds(clock);

  // 1. A code that we issued, to this client, for this redirect URI, just now.
  const sent = parameters.get('code') ?? '';
  const code = await storage.findAuthorizationCode(sha256(sent));
  check(rules.codeKnown, code !== undefined);
  check(rules.codeBoundToClient, code.clientId === client.clientId, {
    expected: code.clientId,
    received: client.clientId,
  });
  const redirectUri = parameters.get('redirect_uri');
  check(
    rules.codeBoundToRedirectUri,
    code.redirectUri === null || code.redirectUri === redirectUri,
    { expected: code.redirectUri, received: redirectUri },
  );
  // A code that was spent goes on to step 5, where its replay is caught.
  const fresh = now <= code.expiresAt || code.redeemedAt !== null;
  check(rules.codeNotExpired, fresh, {
    expected: `at most ${code.expiresAt}`,
    received: now,
  });

  // 2. PKCE: who redeems is who asked.
  const verifier = parameters.get('code_verifier') ?? '';
  check(rules.codeVerifierSent, isCodeVerifier(verifier));
  const challenge = codeChallengeS256(verifier);
  check(
    rules.codeVerifierMatches,
    constantTimeEqual(challenge, code.codeChallenge ?? ''),
    {
      expected: code.codeChallenge,
      received: challenge,
    },
  );

  // 3. The resource that was agreed to.
  const resources = parameters.getAll('resource');
  check(
    resourceUnchanged,
    resources.every((resource) => resource === code.resource),
    { expected: code.resource, received: resources },
  );

  // 4. A refresh token, so that the person need not be asked again.
  const { grantId, subject, authTime, nonce } = code;
  const refreshToken = client.grantTypes.includes('refresh_token')
    ? randomValue()
    : undefined;

  // 5. Now spend it. Of all who try, one is first.
  const first = await storage.redeemAuthorizationCode(
    code,
    now,
    now + grantLifetime,
    refreshToken === undefined
      ? undefined
      : {
          tokenHash: sha256(refreshToken),
          grantId,
          issuedAt: now,
          expiresAt: now + refreshTokenIdleLifetime,
          usedAt: null,
        },
  );
  if (!first) {
    await storage.revokeGrant(grantId, now);
    await record(
      { event: 'grant_revoked', client, subject, by: 'replay' },
      storage,
      clock,
    );
  }
  check(rules.codeUsedOnce, first, { expected: 'first use', received: 'a replay' });

  return {
    ...{ subject, clientId: client.clientId, grantId, authTime, nonce, refreshToken },
    scopes: parseScope(code.scope),
    resource: code.resource,
  };
}
