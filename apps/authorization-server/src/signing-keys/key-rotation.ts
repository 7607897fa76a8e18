/**
 * Taking a signing key out of use: in peace, where nobody notices, and in an
 * emergency, where everybody has to ask for new tokens.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import { generatePrivateJwk } from '@four-roles/protocol/signing-key';
import { keySetLifetime } from '../lifetimes.ts';
import { keyPublished, rotationOneAtATime } from '../rules/signing-keys.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';

/**
 * Publish a new key now, and sign with it as soon as nobody can hold a copy of
 * the key set any more in which it is missing.
 *
 * @param subject the operator, where it is one and no command
 * @returns its name, and the time in seconds since the epoch from which on it signs
 * @throws {OAuthError} invalid_request, while the last new one still waits
 */
export async function rotateKeys(
  storage: Storage,
  clock: Clock,
  subject?: string,
): Promise<{ kid: string; signsFrom: number }> {
  const now = seconds(clock);
  const next = await generatePrivateJwk();
  const { kid } = next;
  const signsFrom = now + keySetLifetime;
  const waiting = await storage.addSigningKey(next, signsFrom, now);
  check(rotationOneAtATime, waiting === undefined, {
    expected: 'no key that waits',
    received: waiting && `${waiting.kid}, which signs from ${waiting.signsFrom} on`,
  });
  const by = subject === undefined ? {} : { subject };
  await record({ event: 'signing_key_rotated', kid, ...by }, storage, clock);
  return { kid, signsFrom };
}

/**
 * A key leaked: from now on it is not published and does not sign; if it did,
 * a successor does, at once. What it signed is refused here immediately, and
 * elsewhere when the key set is fetched again.
 *
 * @throws {OAuthError} invalid_request, where there is no such key
 */
export async function withdrawKey(
  kid: string,
  storage: Storage,
  clock: Clock,
  subject?: string,
): Promise<void> {
  const successor = await generatePrivateJwk();
  const removed = await storage.removeSigningKey(kid, successor, seconds(clock));
  check(keyPublished, removed !== undefined, { received: kid });
  const by = subject === undefined ? {} : { subject };
  await record({ event: 'signing_key_withdrawn', kid, ...by }, storage, clock);
}
