/**
 * Is the signature of this JWT that of one of these keys? Nothing is said about
 * its claims: it may be expired, or meant for somebody else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-5.2
 */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';

export type Signature = 'valid' | 'not valid' | 'key unknown' | 'no signature';

type Keys = { keys: JWK[] };

export async function verifySignature(token: string, keys: Keys): Promise<Signature> {
  const { alg, kid } = readHeader(token);
  if (alg === undefined) return 'not valid';
  if (alg === 'none') return 'no signature';
  const jwk = keys.keys.find((key) => key.kid === kid);
  if (!jwk) return 'key unknown';
  try {
    // The key decides with which algorithm: RFC 8725, section 3.1.
    const algorithm = jwk.alg ?? 'ES256';
    const key = await importJWK(jwk, algorithm);
    await compactVerify(token, key, { algorithms: [algorithm] });
    return 'valid';
  } catch {
    return 'not valid';
  }
}

function readHeader(token: string): { alg?: string; kid?: string } {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return {};
  }
}
