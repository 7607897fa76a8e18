/**
 * JSON Web Tokens, as they travel: header, claims and signature, each in
 * base64url, with a dot between.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519
 */
import { sign } from 'node:crypto';
import {
  type CryptoKey,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { type SigningKey, signingAlgorithm } from './signing-key.ts';

/** What a token says of itself. None of it may be believed before its signature is verified. */
export type DecodedJwt = {
  header: ProtectedHeaderParameters;
  claims: JWTPayload;
};

/**
 * Sign claims with ES256.
 *
 * This is node:crypto's synchronous signature and not jose's: a P-256
 * signature takes less time than handing it to a thread and waiting for it.
 * `pnpm bench` measures both.
 *
 * @param typ the media type of the token: `at+jwt` or `JWT`
 */
export function signJwt(typ: string, claims: JWTPayload, key: SigningKey): string {
  const header = { alg: signingAlgorithm, typ, kid: key.kid };
  const input = `${base64url(header)}.${base64url(claims)}`;
  const signature = sign('sha256', Buffer.from(input), {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${input}.${signature.toString('base64url')}`;
}

/** What names something in a header, and so is a string (RFC 7515, section 4.1). */
const names = ['typ', 'alg', 'kid'] as const;

/** Take a token apart without believing it. `undefined` where it is no JWT at all. */
export function decodeUnverified(token: string): DecodedJwt | undefined {
  try {
    const header = decodeProtectedHeader(token);
    const wellFormed = names.every(
      (name) => header[name] === undefined || typeof header[name] === 'string',
    );
    return wellFormed ? { header, claims: decodeJwt(token) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Was the token signed with this key, and with ES256?
 *
 * The algorithm is ours to choose, never the token's: `none`, or HS256 with
 * the public key as its secret, do not get as far as a verification.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1
 */
export async function isSignedBy(token: string, publicKey: CryptoKey): Promise<boolean> {
  try {
    await compactVerify(token, publicKey, { algorithms: [signingAlgorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
