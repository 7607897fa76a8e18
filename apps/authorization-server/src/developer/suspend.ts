/**
 * POST /developer/applications/:client_id/suspend
 *
 * From now on it is issued nothing, and what it was issued is revoked.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import type { Storage } from '../storage/storage.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function suspend(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const { clientId } = await ownApplication(c, storage);
    await storage.suspendClient(clientId, seconds(clock));
    return c.redirect(pathOfApplication(clientId), 303);
  };
}
