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
import { check } from '@four-roles/protocol/rule';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { tokenNotRevoked } from '../rules/access-token.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import type { RefuseRevoked } from './revocation-check.ts';

/** A token that arrives so long after it was revoked is refused. */
const freshMilliseconds = 5000;

const introspectionResponse = z.object({ active: z.boolean() });

/** Requests that ask about one token at the same time share one question. */
export function introspection(
  authorizationServer: AuthorizationServer,
  credentials: ClientCredentials,
  clock: Clock,
): RefuseRevoked {
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
    async fetchMethod(_hash, _stale, { context: token, options }) {
      const askedAt = clock.now();
      const active = await introspect(token);
      // The answer may have been true just after the question: it is no younger.
      options.ttl = Math.max(1, freshMilliseconds - (clock.now() - askedAt));
      return active;
    },
  });
  return async function refuseRevoked({ token, hash }) {
    check(tokenNotRevoked, await answers.forceFetch(hash, { context: token }));
  };
}
