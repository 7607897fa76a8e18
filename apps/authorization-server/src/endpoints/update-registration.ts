/**
 * PUT /register/:client_id
 *
 * A client replaces all that it said of itself: what it leaves out now is gone,
 * or has its default again. Of its scopes it can give some up and get none back.
 *
 *     PUT /register/app_Zk3vQ9mXw2Lt8RbY HTTP/1.1
 *     Authorization: Bearer reg-23410913-...
 *     Content-Type: application/json
 *
 *     {"client_id":"app_Zk3vQ9mXw2Lt8RbY","client_name":"Nightly","scope":"contacts.read",...}
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: no-store
 *
 *     {"client_id":"app_Zk3vQ9mXw2Lt8RbY","client_name":"Nightly",...}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.2
 */
import type { Clock } from '@four-roles/protocol/clock';
import { constantTimeEqual } from '@four-roles/protocol/constant-time-equal';
import { sha256 } from '@four-roles/protocol/hash';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { describeRegistration } from '../registration/client-information.ts';
import { readMetadata } from '../registration/read-metadata.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { RegistrationAccess } from '../registration/registration-access.ts';
import { readJson } from '../request-body.ts';
import * as rules from '../rules/client-registration.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';

/** What only the server issues. */
const issuedMembers = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
];

export function updateRegistration(
  issuer: string,
  registrar: Registrar,
  access: RegistrationAccess,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Whose registration is it?
    const { client, registrationAccessToken } = await access.toChange(c);

    // 2. It names itself, shows no secret but its own, and issues nothing.
    const sent = await readJson(c);
    check(rules.updateNamesItsClient, sent.client_id === client.clientId, {
      expected: client.clientId,
      received: sent.client_id,
    });
    const { client_secret: secret = null } = sent;
    const own =
      typeof secret === 'string' &&
      constantTimeEqual(sha256(secret), client.secretHash ?? '');
    check(rules.updateSecretMatches, secret === null || own);
    const issued = issuedMembers.find((member) => Object.hasOwn(sent, member));
    check(rules.updateWithoutIssuedMembers, issued === undefined, { received: issued });

    // 3. Judge all of it anew, as at a registration, and replace what there was.
    const updated = await registrar.update(client, readMetadata(sent));
    await record({ event: 'client_updated', client }, storage, clock);
    const registration = { ...updated, registrationAccessToken };
    return jsonResponse(describeRegistration(issuer, registration), 200, anyOrigin);
  };
}
