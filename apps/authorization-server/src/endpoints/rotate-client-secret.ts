/**
 * POST /register/:client_id/secret
 *
 * Ours, since no specification has it: a client gets a new secret without
 * ceasing to work. The old one is accepted beside it until a stated time, a
 * day from now where the request does not say, or has no body.
 *
 *     POST /register/app_Zk3vQ9mXw2Lt8RbY/secret HTTP/1.1
 *     Authorization: Bearer reg-23410913-...
 *     Content-Type: application/json
 *
 *     {"previous_secret_lifetime":3600}
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: no-store
 *
 *     {"client_secret":"...","client_secret_expires_at":0,"previous_secret_expires_at":1764252000}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2
 */
import type { NewSecretResponse } from '@four-roles/protocol/client-registration-messages';
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { secretOverlap } from '../lifetimes.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { RegistrationAccess } from '../registration/registration-access.ts';
import { readJson } from '../request-body.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';

export function rotateClientSecret(
  registrar: Registrar,
  access: RegistrationAccess,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Whose secret is it?
    const { client } = await access.toChange(c);

    // 2. For how many seconds does the old one work on? 0 for one that has leaked.
    const sent = (await c.req.text()) === '' ? {} : await readJson(c);
    const { previous_secret_lifetime: overlap = secretOverlap } = sent;

    // 3. Both work from now on.
    const rotated = await registrar.rotateSecret(client, overlap);
    await record({ event: 'client_secret_rotated', client }, storage, clock);
    const answer: NewSecretResponse = {
      client_secret: rotated.clientSecret,
      client_secret_expires_at: 0,
      previous_secret_expires_at: rotated.previousSecretExpiresAt,
    };
    return jsonResponse(answer, 200, anyOrigin);
  };
}
