/**
 * GET /api/keys
 *
 * The authorization server's key set as it is now, for the signatures of the
 * tokens that the viewer takes apart. Fetched past the wiretap: the recording
 * shows what the roles say to each other, not what the inspector asks.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: application/json
 *
 *     { "keys": [{ "kty": "EC", "kid": "...", ... }] }
 *
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-5
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Handler } from 'hono';
import { z } from 'zod';
import type { KeySet } from '../recording/exchange.ts';
import { askPrivately } from '../send-to-role.ts';

const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

/**
 * @param issuer the public origin of the authorization server
 * @param port where it listens
 */
export function keySetOf(issuer: string, port: number): () => Promise<KeySet> {
  return async () => keySet.parse(await askPrivately(port, new URL('/jwks', issuer)));
}

export function keys(fetchKeys: () => Promise<KeySet>): Handler {
  return async (c) => {
    const keySet = await fetchKeys().catch(() => {
      throw new OAuthError(
        'bad_gateway',
        'The authorization server gives no keys: is it running?',
      );
    });
    return c.json(keySet);
  };
}
