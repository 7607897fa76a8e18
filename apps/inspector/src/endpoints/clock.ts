/**
 * POST /api/clock
 *
 * Move the roles' clocks forward, or have them tell the machine's time again.
 *
 *     { "advance": 3600 }
 *     { "backToNow": true }
 *
 *     HTTP/1.1 200 OK
 */
import type { Handler } from 'hono';
import { z } from 'zod';
import type { LiveRecording } from '../recording/recording.ts';
import { bodyOf } from '../request-input.ts';

const tenYears = 10 * 366 * 24 * 3600;

const move = z.union(
  [
    z.strictObject({ advance: z.int().min(1).max(tenYears) }),
    z.strictObject({ backToNow: z.literal(true) }),
  ],
  'it is {advance: seconds}, at most ten years, or {backToNow: true}',
);

export function clock(recording: LiveRecording): Handler {
  return async (c) => {
    const to = await bodyOf(c, move);
    if ('advance' in to) recording.advanceClock(to.advance);
    else recording.clockBackToNow();
    return c.json({});
  };
}
