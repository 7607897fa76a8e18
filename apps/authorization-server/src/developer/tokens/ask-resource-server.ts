/**
 * How does the resource server judge this token, in each of its ways to go
 * about revoked tokens? Whoever holds the token may ask it that.
 *
 *     GET /token-verdicts
 *     Authorization: Bearer eyJ...
 */
import { formatBearer } from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import { z } from 'zod';
import { outgoingHeaders } from '../../outgoing-headers.ts';

const answer = z.object({
  mode_in_force: z.string(),
  verdicts: z.array(
    z.object({
      mode: z.string(),
      /** Null where that cannot be told now. */
      active: z.boolean().nullable(),
      error_description: z.string().optional(),
      refuses_at_the_latest: z.string().optional(),
    }),
  ),
});

export type ResourceServerVerdicts = z.infer<typeof answer>;

/** @returns `undefined` where there is no such answer within three seconds */
export async function askResourceServer(
  resourceServer: string,
  token: string,
  clock: Clock,
): Promise<ResourceServerVerdicts | undefined> {
  try {
    const response = await fetch(`${resourceServer}/token-verdicts`, {
      headers: {
        Accept: 'application/json',
        Authorization: formatBearer(token),
        ...outgoingHeaders(),
      },
      redirect: 'error',
      signal: timeoutAfter(clock, 3000),
    });
    return answer.safeParse(response.ok && (await response.json())).data;
  } catch {
    return undefined;
  }
}
