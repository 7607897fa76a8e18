import type { AccessTokenClaims } from '@four-roles/protocol/access-token';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import type { FoundToken } from '../../find-token.ts';
import { tokenOfOwnApplication } from '../../rules/developer.ts';
import type { Client } from '../../storage/clients.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';

/** An access token of an application of one's own, whatever has become of it since. */
export type OwnToken = { token: string; claims: AccessTokenClaims; client: Client };

export type FindOwnToken = (c: Context, token: string) => Promise<OwnToken>;

/** @param find what a token of this server is, be it good or not */
export function ownTokens(
  find: (token: string) => Promise<FoundToken>,
  storage: Storage,
): FindOwnToken {
  return async (c, token) => {
    // 1. A token of this server.
    const found = await find(token);

    // 2. Of an application of one's own; of any other, not a word.
    const client = await storage.findClient(found.claims.client_id);
    check(tokenOfOwnApplication, client?.owner === developerOf(c).subject);

    // 3. One that others than this server get to see.
    if (!client || found.kind === 'refresh_token') throw onlySeenHere;
    return { token, claims: found.claims, client };
  };
}

const onlySeenHere = new OAuthError(
  'invalid_request',
  'That is a refresh token: it goes to this server only, so nobody else judges it. Paste an access token.',
);
