/**
 * POST /developer/applications/:client_id/suspend
 *
 * From now on it is issued nothing, and what it was issued is revoked.
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function suspend(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    const { clientId } = client;
    const { subject } = developerOf(c);
    await storage.suspendClient(clientId, seconds(clock));
    await record({ event: 'client_suspended', client, subject }, storage, clock);
    return c.redirect(pathOfApplication(clientId), 303);
  };
}
