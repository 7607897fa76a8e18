/**
 * The key pair with which an authorization server signs: ES256, that is ECDSA
 * on the curve P-256 with SHA-256. The private half stays with the server; the
 * public half is published at `/jwks`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-3.4
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export const signingAlgorithm = 'ES256';

/** One member of a key set: a public key, what it is for, and its name. */
export type PublicJwk = JWK & { kid: string; alg: string; use: 'sig' };

/** @see https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export type JwkSet = { keys: PublicJwk[] };

/** A private key as it is kept. */
export type PrivateJwk = JWK & { kid: string };

export type SigningKey = {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
};

/** A new private key as a JWK, to be kept. */
export async function generatePrivateJwk(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}

/** A key that was kept, ready to sign. */
export function loadSigningKey(privateJwk: PrivateJwk): SigningKey {
  return {
    kid: privateJwk.kid,
    privateKey: createPrivateKey({ key: { ...privateJwk }, format: 'jwk' }),
    publicJwk: publicHalf(privateJwk),
  };
}

/** What of a key is published: each member is named here, so that `d` is not among them. */
export function publicHalf({ kid, kty, crv, x, y }: PrivateJwk): PublicJwk {
  return { kty, crv, x, y, kid, alg: signingAlgorithm, use: 'sig' };
}
