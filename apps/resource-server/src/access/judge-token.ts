/**
 * Is this a good access token for this resource, now, as far as the token
 * itself can tell? Whether it was taken back is asked after that. The steps of RFC 9068,
 * section 4, with those of RFC 8725 where a JWT can lie about itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 * @see https://www.rfc-editor.org/rfc/rfc8725
 */
import { accessTokenType, hasAccessTokenClaims } from '@four-roles/protocol/access-token';
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { check } from '@four-roles/protocol/rule';
import { signingAlgorithm } from '@four-roles/protocol/signing-key';
import * as rules from '../rules/access-token.ts';
import type { KeySet } from './key-set.ts';
import type { GoodToken } from './revocation-check.ts';
import type { VerifiedTokens } from './verified-tokens.ts';

/** Two machines' clocks may differ by so much. An expiry gets no such grace. */
const clockSkewSeconds = 10;

const longestLifetimeSeconds = 3600;

/** The header parameters by which a token would bring its own key. */
const keyParameters = ['jwk', 'jku', 'x5c', 'x5u'];

/**
 * @param audiences the identifiers of the resources that it may be for
 * @throws {OAuthError} invalid_token, temporarily_unavailable
 */
export type JudgeToken = (token: string, audiences: string[]) => Promise<GoodToken>;

export function judgeTokens(
  issuer: string,
  keys: KeySet,
  verifiedTokens: VerifiedTokens,
  clock: Clock,
): JudgeToken {
  return async function judgeToken(token, audiences) {
    const hash = sha256(token);

    // 1. It is a JWT, of the type that opens APIs.
    const known = verifiedTokens.recall(hash, token);
    check(rules.tokenIsJwt, known !== undefined);
    const { decoded } = known;
    const { header, claims } = decoded;
    const typ = header.typ?.toLowerCase().replace(/^application\//, '');
    check(rules.tokenTypeIsAccessToken, typ === accessTokenType, {
      expected: accessTokenType,
      received: header.typ,
    });

    // 2. It does not choose how, or with which key, it is verified.
    check(rules.algorithmIsEs256, header.alg === signingAlgorithm, {
      expected: signingAlgorithm,
      received: header.alg,
    });
    check(rules.noCriticalExtension, header.crit === undefined, {
      expected: 'no crit',
      received: header.crit,
    });
    const brought = keyParameters.filter((name) => name in header);
    check(rules.tokenBringsNoKey, brought.length === 0, {
      expected: 'no jwk, jku, x5c or x5u',
      received: brought.join(', '),
    });

    // 3. The authorization server signed it. A kid is a name to look up in the
    //    published set, whatever path or address it looks like.
    const key = await keys.findKey(header.kid ?? '');
    check(rules.keyIsPublished, key !== undefined, {
      expected: 'the kid of a published key',
      received: header.kid,
    });
    const signed =
      known.key === key || (await verifiedTokens.verify(hash, token, decoded, key));
    check(rules.signatureIsValid, signed);

    // 4. It says everything that the next steps look at.
    check(rules.requiredClaimsPresent, hasAccessTokenClaims(claims), {
      expected: 'iss, sub, aud, client_id, jti, iat, exp',
      received: Object.keys(claims).join(', '),
    });

    // 5. It comes from the issuer that is trusted here, and is meant for this resource.
    check(rules.issuerIsTrusted, claims.iss === issuer, {
      expected: issuer,
      received: claims.iss,
    });
    check(rules.audienceIsThisResource, audiences.includes(claims.aud), {
      expected: audiences.join(' or '),
      received: claims.aud,
    });

    // 6. It is valid now.
    const now = seconds(clock);
    check(rules.tokenNotExpired, now < claims.exp, {
      expected: `an exp after ${now}`,
      received: claims.exp,
    });
    const notBefore = decoded.claims.nbf ?? now;
    check(rules.tokenAlreadyValid, notBefore <= now + clockSkewSeconds, {
      expected: `an nbf of ${now + clockSkewSeconds} at the latest`,
      received: notBefore,
    });
    check(rules.issuedInThePast, claims.iat <= now + clockSkewSeconds, {
      expected: `an iat of ${now + clockSkewSeconds} at the latest`,
      received: claims.iat,
    });
    check(rules.lifetimeIsShort, claims.exp - claims.iat <= longestLifetimeSeconds, {
      expected: `${longestLifetimeSeconds} seconds at most`,
      received: claims.exp - claims.iat,
    });

    return { token, hash, claims };
  };
}
