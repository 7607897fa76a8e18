/**
 * POST /developer/applications/:client_id/resume
 *
 * It may ask for tokens again; those that it had before stay revoked.
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function resume(storage: Storage, clock: Clock): Handler {
  return async (c) => {
    const client = await ownApplication(c, storage);
    const { clientId } = client;
    const { subject } = developerOf(c);
    await storage.resumeClient(clientId);
    await record({ event: 'client_resumed', client, subject }, storage, clock);
    return c.redirect(pathOfApplication(clientId), 303);
  };
}
