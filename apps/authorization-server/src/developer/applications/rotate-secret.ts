/**
 * POST /developer/applications/:client_id/rotate-secret
 *
 * A new secret. The old one works on beside it for a while, so that every copy
 * of the application can be given the new one before the old one stops.
 *
 *     overlap=hour
 *
 *     HTTP/1.1 303 See Other
 *     Location: /developer/applications/.../secret
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import type { Registrar } from '../../registration/registrar.ts';
import { readForm } from '../../request-body.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import type { ShownOnce } from '../shown-once.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';
import { overlaps } from './secret-overlap.ts';

export function rotateSecret(
  once: ShownOnce,
  registrar: Registrar,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. An application of one's own.
    const client = await ownApplication(c, storage);

    // 2. For how long the old secret works on: an answer that was not on offer is none.
    const chosen = (await readForm(c)).get('overlap');
    const overlap = overlaps.find(({ value }) => value === chosen)?.seconds ?? Number.NaN;

    // 3. A new one, shown once.
    const { clientSecret } = await registrar.rotateSecret(client, overlap);
    const { subject } = developerOf(c);
    await record({ event: 'client_secret_rotated', client, subject }, storage, clock);
    return once.showAt(c, `${pathOfApplication(client.clientId)}/secret`, clientSecret);
  };
}
