/**
 * grant_type=refresh_token: the client trades its refresh token for a new
 * access token and a new refresh token. The old one has then been used up.
 *
 *     POST /token
 *     Authorization: Basic ...
 *
 *     grant_type=refresh_token&refresh_token=...
 *
 * Two tabs, or an answer that was lost on the way, make an honest client send
 * one token twice. For ten seconds it is answered with the same successor,
 * which is why the successor is derived from the token and a secret of this
 * server: it can be told again without having been stored. After that, a
 * second use means that two parties hold the token, and the grant ends.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
 */
import { createHmac } from 'node:crypto';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import type { Parameters } from '@four-roles/protocol/parameters';
import { check } from '@four-roles/protocol/rule';
import { isScope, isSubset, parseScope } from '@four-roles/protocol/scope';
import { refreshTokenGrace, refreshTokenIdleLifetime } from '../lifetimes.ts';
import * as rules from '../rules/refresh-token.ts';
import { resourceUnchanged, scopeWellFormed } from '../rules/scope-and-resource.ts';
import { record } from '../security-record.ts';
import type { Client } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';
import type { Granted } from './granted.ts';

/**
 * @param secret the server's own secret
 * @throws {OAuthError} invalid_grant, invalid_scope, invalid_target
 */
export async function refreshTokenGrant(
  parameters: Parameters,
  client: Client,
  storage: Storage,
  clock: Clock,
  secret: string,
): Promise<Granted> {
  const now = seconds(clock);

  // 1. A token that we issued, to this client, and that is still alive.
  const sent = parameters.get('refresh_token') ?? '';
  const found = await storage.findRefreshToken(sha256(sent));
  check(rules.refreshTokenKnown, found !== undefined);
  const { token, grant } = found;
  check(rules.refreshTokenBoundToClient, grant.clientId === client.clientId, {
    expected: grant.clientId,
    received: client.clientId,
  });
  const expiresAt = Math.min(token.expiresAt, grant.expiresAt);
  check(rules.refreshTokenNotExpired, now <= expiresAt, {
    expected: `at most ${expiresAt}`,
    received: now,
  });

  // 2. Not more than was granted, and than the client may have today.
  const granted = parseScope(grant.scope);
  const asked = parameters.get('scope');
  check(scopeWellFormed, asked === undefined || isScope(asked), { received: asked });
  const registered = granted.filter((scope) => client.scopes.includes(scope));
  const scopes = asked ? parseScope(asked) : registered;
  check(rules.refreshScopeOnlyNarrows, isSubset(scopes, granted), {
    expected: granted,
    received: scopes,
  });
  const allowed = scopes.length > 0 && isSubset(scopes, client.scopes);
  check(rules.refreshScopeStillRegistered, allowed, {
    expected: client.scopes,
    received: scopes,
  });
  const resources = parameters.getAll('resource');
  check(
    resourceUnchanged,
    resources.every((resource) => resource === grant.resource),
    { expected: grant.resource, received: resources },
  );

  // 3. Now spend it. Of all who try, one is first.
  const successor = createHmac('sha256', secret).update(sent).digest('base64url');
  const successorHash = sha256(successor);
  const first = await storage.rotateRefreshToken(
    token.tokenHash,
    {
      tokenHash: successorHash,
      grantId: grant.grantId,
      issuedAt: now,
      expiresAt: now + refreshTokenIdleLifetime,
      usedAt: null,
    },
    now,
  );
  const benign = first || (await isBenignRepetition(token.tokenHash, successorHash));
  if (!benign) {
    await storage.revokeGrant(grant.grantId, now);
    const theirs = { client, subject: grant.subject };
    await record({ event: 'grant_revoked', ...theirs, by: 'replay' }, storage, clock);
  }
  check(rules.refreshTokenUsedOnce, benign, {
    expected: 'first use',
    received: 'a use after its successor was issued',
  });

  const { grantId, subject, clientId, resource, authTime } = grant;
  return {
    ...{ grantId, subject, clientId, resource, authTime, scopes },
    refreshToken: successor,
  };

  /** A moment ago, and nobody has gone on from the successor yet. */
  async function isBenignRepetition(usedHash: string, nextHash: string) {
    const used = await storage.findRefreshToken(usedHash);
    const next = await storage.findRefreshToken(nextHash);
    if (!used?.token.usedAt || !next || next.token.usedAt !== null) return false;
    return now - used.token.usedAt <= refreshTokenGrace;
  }
}
