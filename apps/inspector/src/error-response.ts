/**
 * The one place that turns an error into an answer: JSON with a code and a
 * sentence, which the viewer shows as it is.
 *
 *     HTTP/1.1 403 Forbidden
 *     Content-Type: application/json
 *
 *     { "error": "access_denied", "error_description": "..." }
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { Context } from 'hono';

export function errorResponse(thrown: Error, c: Context): Response {
  if (thrown instanceof OAuthError) return c.json(thrown.wire, thrown.status);
  logUnforeseen(thrown, `${c.req.method} ${c.req.path}`);
  const unforeseen = new OAuthError('server_error', 'The inspector failed.');
  return c.json(unforeseen.wire, unforeseen.status);
}

export function notFound(c: Context): Response {
  const error = new OAuthError('not_found', `There is no ${c.req.path} here.`);
  return c.json(error.wire, error.status);
}
