/**
 * Asking the authorization server whether a token is still active: a signed
 * token goes on verifying after it has been revoked.
 *
 *     POST /introspect
 *     Authorization: Basic ...
 *
 *     token=eyJ...&token_type_hint=access_token
 *
 *     200 { "active": true, ... }
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662#section-2
 */
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import type { Clock } from '@four-roles/protocol/clock';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { AuthorizationServer } from './authorization-server.ts';

/** For so long after the answer, a revoked token may still be let through. */
const freshMilliseconds = 5000;

const introspectionResponse = z.object({ active: z.boolean() });

/**
 * @param tokenHash the SHA-256 of the token, by which the answer is kept
 * @throws {OAuthError} temporarily_unavailable: no answer is not a yes
 */
export type IsActive = (tokenHash: string, token: string) => Promise<boolean>;

/** Requests that ask about one token at the same time share one question. */
export function introspection(
  authorizationServer: AuthorizationServer,
  credentials: ClientCredentials,
  clock: Clock,
): IsActive {
  const Authorization = formatBasicCredentials(credentials);

  async function introspect(token: string): Promise<boolean> {
    const { introspection_endpoint } = await authorizationServer.metadata();
    const { active } = await authorizationServer.ask(
      introspectionResponse,
      introspection_endpoint,
      {
        method: 'POST',
        headers: { Authorization },
        body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
      },
    );
    return active;
  }

  const answers = new LRUCache<string, boolean, string>({
    max: 10_000,
    ttl: freshMilliseconds,
    ttlResolution: 0,
    perf: clock,
    fetchMethod: (_hash, _stale, { context: token }) => introspect(token),
  });
  return (tokenHash, token) => answers.forceFetch(tokenHash, { context: token });
}
