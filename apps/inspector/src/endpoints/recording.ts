/**
 * GET /api/recording
 *
 * Everything at once, secrets included, for a program that does not stay:
 *
 *     curl http://localhost:9009/api/recording
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: application/json
 *
 *     { "run": "5f0c9a", "origins": { ... }, "exchanges": [ ... ], "flows": [ ... ],
 *       "masked": false, "state": { "held": [], ... } }
 */
import type { Handler } from 'hono';
import type { LiveRecording } from '../recording/recording.ts';

export function wholeRecording(recording: LiveRecording): Handler {
  return (c) => c.json({ ...recording.toRecording(), state: recording.state() });
}
