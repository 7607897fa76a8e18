/**
 * A key set of a client, and what in it can verify ES256.
 *
 *     {"keys":[{"kty":"EC","crv":"P-256","x":"...","y":"...","kid":"nightly-1"}]}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import { signingAlgorithm } from '@four-roles/protocol/signing-key';
import { type CryptoKey, importJWK, type JWK } from 'jose';

export type ClientKey = { kid: string | undefined; key: CryptoKey };

/** A key for another purpose, or of another kind, is left out. */
export async function usableKeys({ keys }: { keys: JWK[] }): Promise<ClientKey[]> {
  const imported = keys.filter(verifiesEs256).map(async (jwk) => {
    const { kid, kty, crv, x, y } = jwk;
    try {
      const key = await importJWK({ kty, crv, x, y } as JWK, signingAlgorithm);
      return { kid, key: key as CryptoKey };
    } catch {
      // No point of the curve, or not written as one.
      return undefined;
    }
  });
  const usable = await Promise.all(imported);
  return usable.filter((one) => one !== undefined);
}

/** In every private key there is a `d`, in every shared one a `k` (RFC 7518, section 6). */
const secretMembers = ['d', 'k'];

/** The name of a member that no public key has, and never what it holds. */
export function secretMemberIn(keys: object[]): string | undefined {
  return secretMembers.find((name) => keys.some((key) => Object.hasOwn(key, name)));
}

export function verifiesEs256({ kty, crv, use, alg, key_ops }: JWK): boolean {
  return (
    kty === 'EC' &&
    crv === 'P-256' &&
    (use ?? 'sig') === 'sig' &&
    (alg ?? signingAlgorithm) === signingAlgorithm &&
    (key_ops === undefined || [key_ops].flat().includes('verify'))
  );
}

export function pickKey(
  keys: ClientKey[],
  kid: string | undefined,
): CryptoKey | undefined {
  if (kid === undefined) return keys.length === 1 ? keys[0]?.key : undefined;
  return keys.find((one) => one.kid === kid)?.key;
}
