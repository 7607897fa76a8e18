/**
 * POST /developer/applications/:client_id/revoke-token
 *
 * One access token, by its name: the token itself is not here.
 *
 *     jti=k3J...
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import { accessTokenLifetime } from '../../lifetimes.ts';
import { readForm } from '../../request-body.ts';
import { tokenOfOwnApplication } from '../../rules/developer.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { ownApplication, pathOfApplication } from '../applications/own-application.ts';
import { developerOf } from '../developer.ts';
import { findIssuedToken } from './live-tokens.ts';

export function revokeIssuedToken(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    // 1. An application of one's own, and a token that it was issued.
    const client = await ownApplication(c, storage);
    const jti = (await readForm(c)).get('jti') ?? '';
    const issued = await findIssuedToken(client, jti, storage);
    check(tokenOfOwnApplication, issued !== undefined);

    // 2. Revoke it, and remember that for as long as it verifies.
    const now = seconds(clock);
    await storage.revokeAccessToken(jti, now + accessTokenLifetime, now);
    const { subject } = developerOf(c);
    const revoked = { client, subject, jti, by: 'developer' } as const;
    await record({ event: 'token_revoked', ...revoked }, storage, clock);
    return c.redirect(`${pathOfApplication(client.clientId)}#tokens`, 303);
  };
}
