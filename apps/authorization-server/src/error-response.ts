/**
 * The one place that turns an error into an answer: back to the client with a
 * redirect, a page for a person, or JSON for a program.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ReturnAddress } from './authorization-request.ts';
import { answerWithError } from './endpoints/authorization-response.ts';
import { errorPage } from './resource-owner/error-page.ts';

const returnAddress = 'returnAddress';

const forPersons = ['/', '/authorize', '/login', '/consent', '/logout'];

/** From now on, errors of this request are sent back to the client. */
export function errorsGoTo(c: Context, to: ReturnAddress): void {
  c.set(returnAddress, to);
}

export function errorResponse(issuer: string) {
  return (thrown: Error, c: Context): Response | Promise<Response> => {
    const error = asOAuthError(thrown, `${c.req.method} ${c.req.path}`);
    const to = c.get(returnAddress) as ReturnAddress | undefined;
    if (to) return answerWithError(c, to, error, issuer);
    if (forPersons.includes(c.req.path) || c.req.path.startsWith('/account')) {
      return errorPage(c, error);
    }
    c.header('Cache-Control', 'no-store');
    if (error.error === 'invalid_client') {
      c.header('WWW-Authenticate', 'Basic realm="Acorn accounts", charset="UTF-8"');
    }
    if (error.error === 'too_many_requests') {
      c.header('Retry-After', retryAfter(error));
    }
    return c.json(error.wire, error.status);
  };
}

/** What nobody foresaw goes to the log; the other party learns only that it happened. */
function asOAuthError(thrown: Error, request: string): OAuthError {
  if (thrown instanceof OAuthError) return thrown;
  if (thrown instanceof HTTPException && thrown.status === 413) {
    return new OAuthError('invalid_request', 'The body is too large.');
  }
  logUnforeseen(thrown, request);
  return new OAuthError('server_error', 'The authorization server failed.');
}

function retryAfter(error: OAuthError): string {
  return /^\d+/.exec(String(error.evidence.received))?.[0] ?? '1';
}
