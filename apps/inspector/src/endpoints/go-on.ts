/**
 * POST /api/next: the oldest held message goes on.
 * POST /api/run: step mode ends, breakpoints stay, everything goes on.
 *
 *     HTTP/1.1 200 OK
 */
import type { Handler } from 'hono';
import type { LiveRecording } from '../recording/recording.ts';

/** Where nothing is held there is nothing to do: that is no error. */
export function next(recording: LiveRecording): Handler {
  return (c) => {
    recording.next();
    return c.json({});
  };
}

export function run(recording: LiveRecording): Handler {
  return (c) => {
    recording.run();
    return c.json({});
  };
}
