/**
 * POST /developer/initial-access-tokens/remove
 *
 * It registers nothing any more. What was registered with it stays.
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { readForm } from '../../request-body.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';

export function removeInitialAccessToken(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const tokenHash = (await readForm(c)).get('token_hash') ?? '';
    const { subject } = developerOf(c);
    if (await storage.removeInitialAccessToken(tokenHash, subject)) {
      await record({ event: 'initial_access_token_removed', subject }, storage, clock);
    }
    return c.redirect('/developer/initial-access-tokens', 303);
  };
}
