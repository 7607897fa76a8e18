/**
 * POST /register
 *
 * A program registers itself. It was handed an initial access token by a
 * person, to whom the client then belongs.
 *
 *     POST /register HTTP/1.1
 *     Authorization: Bearer ooVMfLkNtQ...
 *     Content-Type: application/json
 *
 *     {"client_name":"Nightly","client_uri":"https://nightly.example/",
 *      "grant_types":["client_credentials"],"scope":"contacts.read"}
 *
 *     HTTP/1.1 201 Created
 *     Cache-Control: no-store
 *
 *     {"client_id":"app_Zk3vQ9mXw2Lt8RbY","client_secret":"...","client_secret_expires_at":0,
 *      "registration_client_uri":"...","registration_access_token":"...",...}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { describeRegistration } from '../registration/client-information.ts';
import { readMetadata } from '../registration/read-metadata.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { RegistrationAccess } from '../registration/registration-access.ts';
import { readJson } from '../request-body.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';

export function registerClient(
  issuer: string,
  registrar: Registrar,
  access: RegistrationAccess,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Who let it in, and for what?
    const letIn = await access.toRegister(c);

    // 2. What does it say of itself? Members that nobody knows are ignored.
    const metadata = readMetadata(await readJson(c));

    // 3. Judge all of it; only then is a registration used up and a client made.
    const registration = await registrar.register(metadata, {
      owner: letIn.owner,
      scopesAllowed: letIn.scopes,
      initialAccessTokenHash: letIn.tokenHash,
    });
    const { client } = registration;
    await record({ event: 'client_registered', client }, storage, clock);

    // 4. Tell it its secret and its token, this once.
    return jsonResponse(describeRegistration(issuer, registration), 201, anyOrigin);
  };
}
