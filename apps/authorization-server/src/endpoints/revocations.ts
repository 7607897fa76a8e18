/**
 * POST /revocations
 *
 * A resource server fetches everything that was taken back and could still be
 * alive, and judges tokens by that. It asks once in a few seconds, however many
 * tokens it is shown, where introspection asks about each of them.
 *
 *     POST /revocations HTTP/1.1
 *     Authorization: Basic YWNvcm4tYXBpczo...
 *     Content-Type: application/x-www-form-urlencoded
 *
 *     HTTP/1.1 200 OK
 *     Cache-Control: no-store
 *
 *     {"as_of":1795780800,"tokens":["k3J..."],"grants":["Zk4..."],
 *      "clients":[{"client_id":"nightly","revoked_at":1795780790}]}
 *
 * It is a POST, as introspection is, because credentials may come in a form.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-3 which leaves this exchange open
 */
import { type Clock, seconds } from '@four-roles/protocol/clock';
import { readParameters } from '@four-roles/protocol/parameters';
import type { RevocationList } from '@four-roles/protocol/revocation-list';
import { check } from '@four-roles/protocol/rule';
import type { Handler } from 'hono';
import { isPublic } from '../client-authentication/methods.ts';
import type { AuthenticateClient } from '../client-authentication.ts';
import { jsonResponse } from '../json-response.ts';
import { readForm } from '../request-body.ts';
import { revocationsReadByResourceServer } from '../rules/token-status.ts';
import type { Storage } from '../storage/storage.ts';

export function revocations(
  authenticate: AuthenticateClient,
  storage: Storage,
  clock: Clock,
): Handler {
  return async (c) => {
    // 1. Who is asking? A resource server, and it has proved it.
    const client = await authenticate(c, readParameters(await readForm(c)));
    const mayRead = client.isResourceServer && !isPublic(client);
    check(revocationsReadByResourceServer, mayRead, {
      expected: 'a confidential client that is registered as a resource server',
      received: client.clientId,
    });

    // 2. What may still be alive somewhere.
    const as_of = seconds(clock);
    const list: RevocationList = { as_of, tokens: [], grants: [], clients: [] };
    for (const { kind, value, revokedAt } of await storage.listRevocations(as_of)) {
      if (kind === 'token') list.tokens.push(value);
      if (kind === 'grant') list.grants.push(value);
      if (kind === 'client') {
        list.clients.push({ client_id: value, revoked_at: revokedAt });
      }
    }
    return jsonResponse(list);
  };
}
