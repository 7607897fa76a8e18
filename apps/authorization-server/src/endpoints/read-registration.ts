/**
 * GET /register/:client_id
 *
 * A client reads how it is registered, also while it is suspended. Its secret
 * is not in the answer: here, there is only the hash of it.
 *
 *     GET /register/app_Zk3vQ9mXw2Lt8RbY HTTP/1.1
 *     Authorization: Bearer reg-23410913-...
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: no-store
 *
 *     {"client_id":"app_Zk3vQ9mXw2Lt8RbY","client_name":"Nightly",...}
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.1
 */
import type { Handler } from 'hono';
import { anyOrigin, jsonResponse } from '../json-response.ts';
import { describeRegistration } from '../registration/client-information.ts';
import type { RegistrationAccess } from '../registration/registration-access.ts';

export function readRegistration(issuer: string, access: RegistrationAccess): Handler {
  return async (c) => {
    const registration = await access.toRead(c);
    return jsonResponse(describeRegistration(issuer, registration), 200, anyOrigin);
  };
}
