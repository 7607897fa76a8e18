/**
 * POST /developer/initial-access-tokens/remove
 *
 * It registers nothing any more. What was registered with it stays.
 */
import type { Handler } from 'hono';
import { readForm } from '../form.ts';
import type { Storage } from '../storage/storage.ts';
import { developerOf } from './developer.ts';

export function removeInitialAccessToken(storage: Storage): Handler {
  return async (c) => {
    const tokenHash = (await readForm(c)).get('token_hash') ?? '';
    await storage.removeInitialAccessToken(tokenHash, developerOf(c).subject);
    return c.redirect('/developer/initial-access-tokens', 303);
  };
}
