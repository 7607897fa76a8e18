/**
 * The access tokens of an application that have not expired. They are not
 * stored: that each one was issued stands in the record of security events.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { whatWasRevoked } from '../../active-token.ts';
import { accessTokenLifetime } from '../../lifetimes.ts';
import type { Client } from '../../storage/clients.ts';
import type { RecordedEvent } from '../../storage/security-events.ts';
import type { Storage } from '../../storage/storage.ts';

export type LiveToken = {
  jti: string;
  scope: string;
  resource: string;
  /** Seconds since the epoch. */
  issuedAt: number;
  /** Seconds since the epoch. */
  expiresAt: number;
  revoked: boolean;
};

/** How many are shown: the latest. */
export const mostTokensShown = 50;

/** The access tokens of one application that would still verify, the latest first. */
export async function liveTokens(
  { clientId }: Client,
  storage: Storage,
  clock: Clock,
): Promise<LiveToken[]> {
  const now = seconds(clock);
  const since = now - accessTokenLifetime;
  const issued = { event: 'token_issued', clientId, since };
  const events = await storage.listSecurityEvents(issued, mostTokensShown);
  const tokens = await Promise.all(events.map((event) => tokenOf(event, storage)));
  return tokens.filter(({ expiresAt }) => expiresAt > now);
}

/** The access token of this name, if it was issued to this application. */
export async function findIssuedToken(
  { clientId }: Client,
  jti: string,
  storage: Storage,
): Promise<LiveToken | undefined> {
  const issued = { event: 'token_issued', clientId, jti };
  const [event] = await storage.listSecurityEvents(issued, 1);
  return event && tokenOf(event, storage);
}

async function tokenOf(event: RecordedEvent, storage: Storage): Promise<LiveToken> {
  const { jti, clientId, at: issuedAt, details } = event;
  const { scope, resource, expires_at: expiresAt } = details as Details;
  const named = { jti: jti ?? '', issuedAt };
  const revoked = await whatWasRevoked({ ...named, clientId: clientId ?? '' }, storage);
  return {
    ...named,
    scope,
    resource,
    expiresAt,
    revoked: revoked.token || revoked.grant,
  };
}

/** What the record says of a token that was issued, beside its name. */
type Details = { scope: string; resource: string; expires_at: number };
