/**
 * GET <registration_client_uri>
 *
 * Does the authorization server still know this client? The worker asks when
 * its credentials were refused.
 *
 * ```http
 * GET /register/s6BhdRkqt3 HTTP/1.1
 * Host: localhost:9001
 * Authorization: Bearer reg-23410913-abewfq.123483
 *
 * HTTP/1.1 200 OK
 * Cache-Control: no-store
 *
 * {"client_id": "s6BhdRkqt3", "client_name": "Nightly", ...}
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.1
 */
import { formatBearer } from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { Refused } from '../refused.ts';
import { send, throwIfBusy } from '../send.ts';
import type { Management } from './management.ts';

/**
 * @returns `false` where it was deleted: the registration access token died with it
 * @throws {TryAgain} where no answer came, or the server is busy
 * @throws {Refused} where the answer says neither
 */
export async function isStillRegistered(
  { uri, token }: Management,
  clock: Clock,
): Promise<boolean> {
  const headers = { Authorization: formatBearer(token) };
  const response = await send(uri, clock, { headers });
  throwIfBusy(response, 'the registration', clock);
  if (response.status === 401) return false;
  if (response.status === 200) return true;
  throw await Refused.from('The registration', response);
}
