/**
 * Judging tokens by the list of what was revoked: one question to the
 * authorization server in five seconds, however many tokens arrive.
 *
 *     POST /revocations
 *     Authorization: Basic ...
 *
 *     200 { "as_of": 1795780800, "tokens": ["k3J..."], "grants": [...], "clients": [...] }
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-3
 */
import {
  type ClientCredentials,
  formatBasicCredentials,
} from '@four-roles/protocol/basic-credentials';
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { grantOfToken, type RevocationList } from '@four-roles/protocol/revocation-list';
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { tokenNotOnRevocationList } from '../rules/access-token.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import type { RefuseRevoked } from './revocation-check.ts';

/** A token that arrives so long after it was revoked is refused. */
const freshMilliseconds = 5000;

/** While the authorization server does not answer, the last list counts for so long, and no longer. */
const usableMilliseconds = 30_000;

const revocationListResponse: z.ZodType<RevocationList> = z.object({
  as_of: z.number(),
  tokens: z.array(z.string()),
  grants: z.array(z.string()),
  clients: z.array(z.object({ client_id: z.string(), revoked_at: z.number() })),
});

type Known = {
  askedAt: number;
  asOf: number;
  tokens: ReadonlySet<string>;
  grants: ReadonlySet<string>;
  clients: ReadonlyMap<string, number>;
};

/** Tokens that arrive while a list is under way wait for that one. */
export function revocationList(
  authorizationServer: AuthorizationServer,
  credentials: ClientCredentials,
  clock: Clock,
): RefuseRevoked {
  const Authorization = formatBasicCredentials(credentials);
  let last: { askedAt: number; list: Promise<Known> } | undefined;
  let known: Known | undefined;

  async function fetchList(askedAt: number): Promise<Known> {
    const { acorn_revocations_endpoint: url } = await authorizationServer.metadata();
    if (!url) throw new OAuthError('invalid_response', noList);
    const list = await authorizationServer.ask(revocationListResponse, url, {
      method: 'POST',
      headers: { Authorization },
      // An empty form.
      body: new URLSearchParams(),
    });
    known = {
      // The list may have been made just after the question: it is no younger.
      askedAt,
      asOf: list.as_of,
      tokens: new Set(list.tokens),
      grants: new Set(list.grants),
      clients: new Map(list.clients.map((each) => [each.client_id, each.revoked_at])),
    };
    return known;
  }

  async function currentList(): Promise<Known> {
    const now = clock.now();
    if (!last || now - last.askedAt >= freshMilliseconds) {
      last = { askedAt: now, list: fetchList(now) };
    }
    const { list } = last;
    return list.catch((error) => {
      if (known && clock.now() - known.askedAt < usableMilliseconds) return known;
      // Nothing to go by: whoever comes next asks again.
      if (last?.list === list) last = undefined;
      throw error;
    });
  }

  return async function refuseRevoked({ claims }) {
    const { asOf, tokens, grants, clients } = await currentList();
    const revoked = {
      token: tokens.has(claims.jti),
      grant: grants.has(grantOfToken(claims.jti) ?? ''),
      client: claims.iat <= (clients.get(claims.client_id) ?? Number.NEGATIVE_INFINITY),
    };
    check(tokenNotOnRevocationList, !Object.values(revoked).includes(true), {
      expected: `neither the token nor its grant nor its client on the list of ${asOf}`,
      received: revoked,
    });
  };
}

const noList =
  'The metadata of the authorization server names no acorn_revocations_endpoint, so its list of what was revoked cannot be fetched.';
