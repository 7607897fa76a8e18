/**
 * A client signs who it is: private_key_jwt. What it says of itself is looked
 * at once its signature has been verified, and its `jti` is used up last, so
 * that no stranger can use up a name of the client's.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7523#section-3
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { type DecodedJwt, isSignedBy } from '@four-roles/protocol/jwt';
import { check } from '@four-roles/protocol/rule';
import { signingAlgorithm } from '@four-roles/protocol/signing-key';
import type { JWTPayload } from 'jose';
import * as rules from '../rules/client-assertion.ts';
import type { Client } from '../storage/clients.ts';
import type { Storage } from '../storage/storage.ts';
import type { FindClientKey } from './client-keys.ts';

/** As it came, and taken apart: nothing of it is believed yet. */
export type PresentedAssertion = { jwt: string; decoded: DecodedJwt };

/** Seconds by which the clock of a client may differ from ours. */
const clockSkew = 30;

/** Seconds that an assertion may have left. */
const longestLife = 300;

/** Characters. */
const longestName = 256;

const keyParameters = ['jwk', 'jku', 'x5c', 'x5u'];

/**
 * @param audiences what we are called: any one of these
 * @throws {OAuthError} invalid_client
 */
export async function verifyAssertion(
  client: Client,
  { jwt, decoded: { header, claims } }: PresentedAssertion,
  audiences: string[],
  findKey: FindClientKey,
  storage: Storage,
  clock: Clock,
): Promise<void> {
  // 1. It does not choose how, or with which key, it is verified.
  check(rules.assertionAlgorithmIsEs256, header.alg === signingAlgorithm, {
    expected: signingAlgorithm,
    received: header.alg,
  });
  check(rules.assertionHasNoCriticalExtension, header.crit === undefined, {
    expected: 'no crit',
    received: header.crit,
  });
  const brought = keyParameters.filter((name) => name in header);
  check(rules.assertionBringsNoKey, brought.length === 0, {
    expected: 'no jwk, jku, x5c or x5u',
    received: brought.join(', '),
  });

  // 2. The client signed it, with a key that it registered.
  const key = await findKey(client, header.kid);
  check(rules.assertionKeyRegistered, key !== undefined, {
    expected: 'the kid of a key of this client',
    received: header.kid ?? 'no kid',
  });
  check(rules.assertionSignatureValid, await isSignedBy(jwt, key));

  // 3. It speaks for itself, and to us alone.
  const { clientId } = client;
  check(
    rules.assertionSpeaksForItself,
    claims.iss === clientId && claims.sub === clientId,
    { expected: clientId, received: { iss: claims.iss, sub: claims.sub } },
  );
  const audience = [claims.aud ?? []].flat();
  const meantForUs = audience.some((one) => audiences.includes(one));
  check(rules.assertionAudienceIsUs, meantForUs, {
    expected: audiences,
    received: claims.aud,
  });
  check(rules.assertionAudienceIsOne, audience.length <= 1, {
    expected: 'one value',
    received: claims.aud,
  });

  // 4. It is valid now, and not for long.
  const now = seconds(clock);
  const expiresAt = checkTimes(claims, now);

  // 5. It has a name, which is used up with it.
  const { jti } = claims;
  const named = typeof jti === 'string' && jti !== '' && jti.length <= longestName;
  check(rules.assertionHasName, named, {
    expected: `a jti of at most ${longestName} characters`,
    received: typeof jti === 'string' ? `${jti.length} characters` : typeof jti,
  });
  const forgetAt = expiresAt + clockSkew;
  const unused = await storage.useAssertion(clientId, sha256(String(jti)), forgetAt);
  check(rules.assertionUsedOnce, unused);
}

/** When it expires, in seconds since the epoch. */
function checkTimes({ exp, nbf, iat }: JWTPayload, now: number): number {
  check(rules.assertionExpires, isTime(exp), { expected: 'a number', received: exp });
  const expiresAt = isTime(exp) ? exp : now + longestLife;
  check(rules.assertionNotExpired, now < expiresAt + clockSkew, {
    expected: `an exp after ${now - clockSkew}`,
    received: exp,
  });
  const latest = now + longestLife + clockSkew;
  check(rules.assertionShortLived, expiresAt <= latest, {
    expected: `an exp of ${latest} at the latest`,
    received: exp,
  });
  const begun = [nbf ?? now, iat ?? now].every(
    (time) => isTime(time) && time <= now + clockSkew,
  );
  check(rules.assertionHasBegun, begun, {
    expected: `an nbf and an iat of ${now + clockSkew} at the latest`,
    received: { nbf, iat },
  });
  return Math.min(expiresAt, latest);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
