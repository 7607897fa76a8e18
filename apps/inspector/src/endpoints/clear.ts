/**
 * POST /api/clear
 *
 * Forget everything that was recorded. What is held goes on first.
 *
 *     HTTP/1.1 200 OK
 */
import type { Handler } from 'hono';
import type { LiveRecording } from '../recording/recording.ts';

export function clear(recording: LiveRecording): Handler {
  return (c) => {
    recording.clear();
    return c.json({});
  };
}
