/**
 * POST /developer/applications/new
 *
 * A person registers an application. What they said of it is judged by the same
 * checks as what a program says at POST /register.
 *
 *     client_name=Sundial&application_type=service&scope=contacts.read...
 *
 *     HTTP/1.1 303 See Other
 *     Location: /developer/applications/app_.../secret
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
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
import { judgeApplication } from './judge-application.ts';
import { newApplicationPage } from './new-application.ts';
import { pathOfApplication } from './own-application.ts';

export function registerApplication(
  once: ShownOnce,
  registrar: Registrar,
  resources: ProtectedResource[],
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. All that is wrong with it, each thing beside its field.
    const { subject } = developerOf(c);
    const typed = await readForm(c);
    const { metadata, refusals } = await judgeApplication(typed, registrar, subject);

    // 2. Register it. The name may have been taken in this very moment.
    const by = { owner: subject, scopesAllowed: registrar.scopesKnown };
    const registered =
      refusals.size === 0 &&
      (await judgeField(refusals, 'client_name', () => registrar.register(metadata, by)));
    if (!registered) return newApplicationPage(c, resources, typed, refusals);

    // 3. Its secret, where it has one, is shown once.
    const { client, clientSecret } = registered;
    await record({ event: 'client_registered', client, subject }, storage, clock);
    const path = pathOfApplication(client.clientId);
    return clientSecret
      ? once.showAt(c, `${path}/secret`, clientSecret)
      : c.redirect(path, 303);
  };
}
