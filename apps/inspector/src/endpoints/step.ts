/**
 * POST /api/step
 *
 * Step mode: what is held in the wire from now on. What is missing stays.
 *
 *     { "on": true, "only": "people", "breakpoints": ["access-token-request"] }
 *
 *     HTTP/1.1 200 OK
 */
import type { Handler } from 'hono';
import { z } from 'zod';
import type { LiveRecording } from '../recording/recording.ts';
import { bodyOf } from '../request-input.ts';

const stepChange = z.strictObject({
  on: z.boolean().optional(),
  only: z.enum(['everything', 'people', 'worker']).optional(),
  breakpoints: z.array(z.string().min(1).max(100)).max(100).optional(),
});

export function step(recording: LiveRecording): Handler {
  return async (c) => {
    recording.step(await bodyOf(c, stepChange));
    return c.json({});
  };
}
