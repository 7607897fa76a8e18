/**
 * The one place where a refusal becomes an HTTP response:
 *
 *     HTTP/1.1 403 Forbidden
 *     WWW-Authenticate: Bearer error="insufficient_scope", scope="mail.read",
 *                       resource_metadata="http://localhost:9002/.well-known/oauth-protected-resource/user"
 *
 *     { "error": "insufficient_scope", "error_description": "..." }
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-5.1
 */
import { bearerChallenge } from '@four-roles/protocol/bearer';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { protectedResourceMetadataUrl } from '@four-roles/protocol/protected-resource-metadata';
import type { Context, ErrorHandler } from 'hono';
import { resourceIdentifier, resourceOfPath } from './resources.ts';

/**
 * @param origin the public origin of this server
 * @param log where the details of an unforeseen error go; the wire gets none
 */
export function errorResponse(origin: string, log: (line: string) => void): ErrorHandler {
  return function errorResponse(thrown, c) {
    const error =
      thrown instanceof OAuthError
        ? thrown
        : unforeseen(thrown, `${c.req.method} ${c.req.path}`, log);
    if (error.status === 401 || error.status === 403) {
      c.header('WWW-Authenticate', challenge(error, c, origin));
    }
    // After 429 the gateway has set it: the client has to wait for the next minute.
    if (error.status === 503) c.header('Retry-After', '2');
    c.header('Cache-Control', 'no-store');
    return c.json(error.wire, error.status);
  };
}

/** Only the two codes of RFC 6750 go into the challenge; without credentials it is bare. */
function challenge(error: OAuthError, c: Context, origin: string): string {
  const resource = resourceOfPath(c.req.path);
  const { error: code, error_description, error_uri } = error.wire;
  const named = code === 'invalid_token' || code === 'insufficient_scope';
  return bearerChallenge({
    ...(named && { error: code, error_description, error_uri }),
    scope: code === 'insufficient_scope' ? c.get('requiredScope') : undefined,
    resource_metadata:
      resource && protectedResourceMetadataUrl(resourceIdentifier(origin, resource)),
  });
}

/**
 * A database error quotes the values of its query, and those are people's
 * mail: only the cause beneath it is logged.
 */
function unforeseen(
  thrown: Error,
  request: string,
  log: (line: string) => void,
): OAuthError {
  const cause = thrown.cause instanceof Error ? thrown.cause : thrown;
  log(`${request} failed: ${cause.stack ?? cause.message}`);
  return new OAuthError('server_error', 'Something went wrong on this server.');
}
