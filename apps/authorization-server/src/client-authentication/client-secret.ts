/**
 * A client shows its secret. After a rotation two work for a while, the new
 * one and the one that it replaced, so that nobody has to change both sides in
 * the same moment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import { check } from '@four-roles/protocol/rule';
import { refuseIfGuessing } from '../guessing.ts';
import * as rules from '../rules/client-authentication.ts';
import type { Client } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';

const freeAttempts = 20;

/**
 * The right secret is never refused, or whoever guesses could keep the client out.
 *
 * @param address where the request comes from: guessing is slowed for each address
 * @throws {OAuthError} invalid_client, too_many_requests
 */
export async function verifySecret(
  client: Client,
  secret: string,
  address: string,
  storage: Storage,
  clock: Clock,
): Promise<void> {
  // 1. One of the two, compared with both whatever the first says.
  const now = seconds(clock);
  const hash = sha256(secret);
  const current = constantTimeEqual(hash, client.secretHash ?? '');
  const replaced = constantTimeEqual(hash, client.previousSecretHash ?? '');
  const matches = current || replaced;
  if (!matches) {
    const key = `client:${client.clientId}:${address}`;
    const slowed = rules.secretGuessingSlowed;
    await refuseIfGuessing(slowed, key, freeAttempts, storage, clock);
    await storage.countFailedAttempt(key, now);
  }
  check(rules.clientSecretMatches, matches);

  // 2. The one that was replaced, until the time that was stated.
  const late = replaced && !current && now >= (client.previousSecretExpiresAt ?? 0);
  check(rules.replacedSecretInTime, !late, {
    expected: `before ${client.previousSecretExpiresAt}, or the secret that was issued last`,
    received: now,
  });
}
