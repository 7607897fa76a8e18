/**
 * POST <registration_client_uri>/secret
 *
 * A new client secret; no specification has such a request, it is Acorn's own.
 *
 * ```http
 * POST /register/s6BhdRkqt3/secret HTTP/1.1
 * Host: localhost:9001
 * Authorization: Bearer reg-23410913-abewfq.123483
 *
 * HTTP/1.1 200 OK
 * Cache-Control: no-store
 *
 * {"client_secret": "...", "client_secret_expires_at": 0, "previous_secret_expires_at": 1795867200}
 * ```
 */
import { formatBearer } from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { z } from 'zod';
import { Refused } from '../refused.ts';
import { send, throwIfBusy } from '../send.ts';
import type { Management } from './management.ts';

const answer = z.object({ client_secret: z.string().min(1) });

/**
 * @throws {TryAgain} where no answer came, or the server is busy
 * @throws {Refused} where the answer holds no secret
 */
export async function requestSecret(
  { uri, token }: Management,
  clock: Clock,
): Promise<string> {
  const response = await send(`${uri}/secret`, clock, {
    method: 'POST',
    headers: { Authorization: formatBearer(token) },
  });
  throwIfBusy(response, 'the request for a new secret', clock);
  if (!response.ok) throw await Refused.from('The request for a new secret', response);
  const given = answer.safeParse(await response.json().catch(() => null));
  if (given.data) return given.data.client_secret;
  throw new Refused('The answer to the request for a new secret holds none', 200);
}
