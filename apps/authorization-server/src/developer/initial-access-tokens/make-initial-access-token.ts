/**
 * POST /developer/initial-access-tokens
 *
 *     scope=contacts.read&registrations=1&lifetime=hour
 *
 *     HTTP/1.1 303 See Other
 *     Location: /developer/initial-access-tokens/shown
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import type { Handler } from 'hono';
import { readForm } from '../../request-body.ts';
import type { ProtectedResource } from '../../resources.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import type { ShownOnce } from '../shown-once.ts';
import { initialAccessTokensPage } from './initial-access-tokens.ts';
import { judgeInitialAccessToken } from './judge-initial-access-token.ts';

export function makeInitialAccessToken(
  once: ShownOnce,
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. For what, how often, how long.
    const typed = await readForm(c);
    const { subject } = developerOf(c);
    const made = await storage.listInitialAccessTokens(subject);
    const asked = await judgeInitialAccessToken(typed, resources, made);
    if (asked.refusals.size > 0) {
      const { refusals } = asked;
      return initialAccessTokensPage(c, resources, storage, clock, typed, refusals);
    }

    // 2. Keep its hash, and show it once.
    const token = randomValue();
    const now = seconds(clock);
    await storage.keepInitialAccessToken({
      tokenHash: sha256(token),
      owner: subject,
      scopes: asked.scopes,
      registrationsLeft: asked.registrations,
      createdAt: now,
      expiresAt: now + asked.seconds,
    });
    await record({ event: 'initial_access_token_issued', subject }, storage, clock);
    return once.showAt(c, '/developer/initial-access-tokens/shown', token);
  };
}
