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
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { Context, ErrorHandler } from 'hono';
import { jsonResponse } from './json-response.ts';
import { resourceIdentifier, resourceOfPath } from './resources.ts';
import { bearerCredentialsWellFormed } from './rules/presented-token.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** What an `insufficient_scope` challenge tells the client to ask for. */
    requiredScope: string;
    /** The methods that a path answers to, where it was asked with another. */
    allow: string;
    /** After how many seconds a refused request may be repeated. */
    retryAfter: number;
  }
}

/** How long an authorization server that does not answer is given. */
const secondsToRecover = 2;

const serverError = new OAuthError(
  'server_error',
  'Something went wrong on this server.',
);

/**
 * @param origin the public origin of this server
 * @param log where the details of an unforeseen error go; the wire gets none
 */
export function errorResponse(origin: string, log: (line: string) => void): ErrorHandler {
  return function errorResponse(thrown, c) {
    const error = thrown instanceof OAuthError ? thrown : serverError;
    if (error === serverError)
      logUnforeseen(thrown, `${c.req.method} ${c.req.path}`, log);
    const challenged =
      error.status === 401 ||
      error.status === 403 ||
      error.rule === bearerCredentialsWellFormed;
    const allow = c.get('allow');
    const retryAfter = error.status === 503 ? secondsToRecover : c.get('retryAfter');
    return jsonResponse(error.wire, error.status, {
      ...(challenged && { 'WWW-Authenticate': challenge(error, c, origin) }),
      ...(allow && { Allow: allow }),
      ...(retryAfter && { 'Retry-After': String(retryAfter) }),
    });
  };
}

/** Only the three codes of RFC 6750 go into the challenge; without credentials it is bare. */
function challenge(error: OAuthError, c: Context, origin: string): string {
  const resource = resourceOfPath(c.req.path);
  const { error: code, error_description, error_uri } = error.wire;
  const named = ['invalid_request', 'invalid_token', 'insufficient_scope'].includes(code);
  return bearerChallenge({
    ...(named && { error: code, error_description, error_uri }),
    scope: code === 'insufficient_scope' ? c.get('requiredScope') : undefined,
    resource_metadata:
      resource && protectedResourceMetadataUrl(resourceIdentifier(origin, resource)),
  });
}
