/**
 * POST /developer/applications/:client_id/edit
 *
 * Judged like a new application. One that proves itself with a secret from now
 * on, and had none, is issued one, which is shown once.
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import type { Registrar } from '../../registration/registrar.ts';
import { readForm } from '../../request-body.ts';
import type { ProtectedResource } from '../../resources.ts';
import { record } from '../../security-record.ts';
import type { Storage } from '../../storage/storage.ts';
import { developerOf } from '../developer.ts';
import { judgeField } from '../error-summary.ts';
import type { ShownOnce } from '../shown-once.ts';
import { editPage } from './edit-application.ts';
import { judgeApplication } from './judge-application.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';

export function updateApplication(
  once: ShownOnce,
  registrar: Registrar,
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. An application of one's own; its type stays.
    const client = await ownApplication(c, storage);
    const { subject } = developerOf(c);
    const typed = await readForm(c);
    typed.set('application_type', client.applicationType);

    // 2. What was typed, judged like a new one.
    const judged = await judgeApplication(typed, registrar, subject, client);
    const { metadata, refusals } = judged;
    const updated =
      refusals.size === 0 &&
      (await judgeField(refusals, 'client_name', () =>
        registrar.update(client, metadata, registrar.scopesKnown),
      ));
    if (!updated) return editPage(c, client, resources, typed, refusals);

    // 3. Say so.
    await record({ event: 'client_updated', client, subject }, storage, clock);
    const path = pathOfApplication(client.clientId);
    return updated.clientSecret
      ? once.showAt(c, `${path}/secret`, updated.clientSecret)
      : c.redirect(path, 303);
  };
}
