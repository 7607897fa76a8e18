/**
 * GET /api/setup
 *
 * Where the roles are, and who has an account: what the viewer's first screen
 * needs.
 *
 *     HTTP/1.1 200 OK
 *     Content-Type: application/json
 *
 *     { "run": "k3v9", "origins": { "client": "http://localhost:9000", ... },
 *       "people": [{ "name": "Ada Lovelace", "username": "ada", "password": "..." }] }
 */
import { ada, grace } from '@four-roles/runtime/people';
import type { Handler } from 'hono';
import type { LiveRecording } from '../recording/recording.ts';

export function setup({ origins, state }: LiveRecording): Handler {
  return (c) => c.json({ run: state().run, origins, people: [ada, grace] });
}
