/**
 * POST /developer/tokens/revoke
 *
 * The token that is being judged, revoked; then the verdicts once more.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { readForm } from '../../request-body.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import type { ShownOnce } from '../shown-once.ts';
import type { FindOwnToken } from './own-token.ts';

export function revokeShownToken(
  once: ShownOnce,
  findOwn: FindOwnToken,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    const token = (await readForm(c)).get('token') ?? '';
    const { claims, client } = await findOwn(c, token);
    const { jti, exp } = claims;
    await storage.revokeAccessToken(jti, exp, seconds(clock));
    const { subject } = developerOf(c);
    const revoked = { client, subject, jti, by: 'developer' } as const;
    await record({ event: 'token_revoked', ...revoked }, storage, clock);
    return once.showAt(c, '/developer/tokens', token);
  };
}
