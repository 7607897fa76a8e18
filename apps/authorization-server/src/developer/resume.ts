/**
 * POST /developer/applications/:client_id/resume
 *
 * It may ask for tokens again; those that it had before stay revoked.
 */
import type { Handler } from 'hono';
import type { Storage } from '../storage/storage.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function resume(storage: Storage): Handler {
  return async (c) => {
    const { clientId } = await ownApplication(c, storage);
    await storage.resumeClient(clientId);
    return c.redirect(pathOfApplication(clientId), 303);
  };
}
