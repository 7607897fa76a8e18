/**
 * DELETE /register/:client_id
 *
 * A client leaves for good. Its secret, its grants and its tokens end with it.
 *
 *     DELETE /register/app_Zk3vQ9mXw2Lt8RbY HTTP/1.1
 *     Authorization: Bearer reg-23410913-...
 *
 *     HTTP/1.1 204 No Content
 *     Cache-Control: no-store
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import type { Handler } from 'hono';
import { anyOrigin } from '../json-response.ts';
import type { RegistrationAccess } from '../registration/registration-access.ts';
import { record } from '../security-record.ts';
import type { Storage } from '../storage/storage.ts';

export function deleteRegistration(
  access: RegistrationAccess,
  storage: Storage,
  clock: Clock,
): Handler {
  const headers = { ...anyOrigin, 'Cache-Control': 'no-store' };
  return async (c) => {
    const { client } = await access.toChange(c);
    await storage.deleteClient(client.clientId, seconds(clock));
    await record({ event: 'client_deleted', client }, storage, clock);
    return new Response(null, { status: 204, headers });
  };
}
