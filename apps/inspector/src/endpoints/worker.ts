/**
 * POST /api/worker
 *
 * Have the worker run now: what the button of its own page does, through the
 * wiretap. Answered when the request is on its way: the run itself may be held.
 *
 *     HTTP/1.1 202 Accepted
 */
import type { Handler } from 'hono';
import { sendThroughWiretap } from '../send-to-role.ts';

/** @param origin the public origin of the worker */
export function worker(origin: string): Handler {
  return async (c) => {
    await sendThroughWiretap(origin, {
      method: 'POST',
      target: '/runs',
      headers: [
        ['Host', new URL(origin).host],
        ['Origin', origin],
        // Whose button was pressed here: the person's at this browser.
        ['User-Agent', c.req.header('User-Agent') ?? 'unknown'],
      ],
      body: Buffer.alloc(0),
    });
    return c.json({}, 202);
  };
}
