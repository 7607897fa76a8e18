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
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { sha256 } from '@four-roles/protocol/hash';
import { randomValue } from '@four-roles/protocol/random-value';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import { readForm } from '../form.ts';
import { overlapOffered, secretRotatedWhereThereIsOne } from '../rules/developer.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';
import { hasSecret, overlaps } from './credentials.ts';
import { developerOf } from './developer.ts';
import { ownApplication, pathOfApplication } from './own-application.ts';
import type { ShownOnce } from './shown-once.ts';

export function rotateSecret(once: ShownOnce, storage: Storage, clock: Clock): Handler {
  return async (c) => {
    // 1. An application of one's own, with a secret.
    const client = await ownApplication(c, storage);
    const { clientId, tokenEndpointAuthMethod } = client;
    check(secretRotatedWhereThereIsOne, hasSecret(tokenEndpointAuthMethod), {
      expected: 'client_secret_basic or client_secret_post',
      received: tokenEndpointAuthMethod,
    });

    // 2. For how long the old one works on.
    const chosen = (await readForm(c)).get('overlap') ?? '';
    const overlap = overlaps.find(({ value }) => value === chosen);
    check(overlapOffered, overlap !== undefined, {
      expected: overlaps.map(({ value }) => value),
      received: chosen,
    });

    // 3. A new one, shown once.
    const secret = randomValue();
    const until = seconds(clock) + (overlap?.seconds ?? 0);
    await storage.rotateClientSecret(clientId, sha256(secret), until);
    const { subject } = developerOf(c);
    await record({ event: 'client_secret_rotated', client, subject }, storage, clock);
    return once.showAt(c, `${pathOfApplication(clientId)}/secret`, secret);
  };
}
