/**
 * The signatures that have been verified, so that none is verified twice.
 *
 * A token is kept by its SHA-256, never as it travels. An entry says which key
 * verified it: when the key set is fetched anew, its entries no longer count.
 * Nothing else about a token is remembered: issuer, audience, time and scope
 * are held against each request.
 */
import type { Clock } from '@four-roles/protocol/clock';
import { type DecodedJwt, decodeUnverified, isSignedBy } from '@four-roles/protocol/jwt';
import type { CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';

type Verified = { decoded: DecodedJwt; key: CryptoKey };
type Recalled = { decoded: DecodedJwt; key: CryptoKey | undefined };

export type VerifiedTokens = ReturnType<typeof verifiedTokens>;

export function verifiedTokens(clock: Clock) {
  const verified = new LRUCache<string, Verified>({
    max: 10_000,
    ttlResolution: 0,
    perf: clock,
  });

  return {
    /** What is known of a token: which key, if any, has verified it. */
    recall(tokenHash: string, token: string): Recalled | undefined {
      const known = verified.get(tokenHash);
      if (known) return known;
      const decoded = decodeUnverified(token);
      return decoded && { decoded, key: undefined };
    },

    /** Verify a signature, and remember it if it is good. */
    async verify(
      tokenHash: string,
      token: string,
      decoded: DecodedJwt,
      key: CryptoKey,
    ): Promise<boolean> {
      if (!(await isSignedBy(token, key))) return false;
      // Never kept past its expiry.
      const ttl = Math.ceil((decoded.claims.exp ?? 0) * 1000 - clock.now());
      if (ttl > 0) verified.set(tokenHash, { decoded, key }, { ttl });
      return true;
    },
  };
}
