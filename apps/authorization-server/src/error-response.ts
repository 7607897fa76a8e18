/**
 * The one place that turns an error into an answer: back to the client with a
 * redirect, a page for a person, or JSON for a program.
 */
import { bearerChallenge } from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { logUnforeseen } from '@four-roles/runtime/unforeseen';
import type { Context, Handler } from 'hono';
import { routePath } from 'hono/route';
import type { ReturnAddress } from './authorization-request.ts';
import { goHome } from './authorization-response.ts';
import { anyOrigin, jsonResponse, openToPages } from './json-response.ts';
import { errorPage } from './resource-owner/error-page.ts';
import { record } from './security-record.ts';
import type { Client } from './storage/clients.ts';
import type { Storage } from './storage/storage.ts';

const returnAddress = 'returnAddress';
const concernedClient = 'concernedClient';

const forPrograms = [...openToPages, '/introspect', '/revocations'];

/** From now on, errors of this request are sent back to the client. */
export function errorsGoTo(c: Context, to: ReturnAddress): void {
  c.set(returnAddress, to);
  refusalsConcern(c, to.client);
}

/** From now on, what is refused of this request is recorded as this client's. */
export function refusalsConcern(c: Context, client: Client): void {
  c.set(concernedClient, client);
}

export function errorResponse(issuer: string, storage: Storage, clock: Clock) {
  return async (thrown: Error, c: Context): Promise<Response> => {
    const error = asOAuthError(thrown, `${c.req.method} ${c.req.path}`);
    if (error.error !== 'server_error') await recordRefusal(c, error);
    const to = c.get(returnAddress) as ReturnAddress | undefined;
    if (to) return goHome(c, to, { ...error.wire, state: to.state, iss: issuer });
    return answer(c, error);
  };

  /** Whose request it is, is said only where there is such a client. */
  async function recordRefusal(c: Context, { error, rule }: OAuthError): Promise<void> {
    const known = c.get(concernedClient) as Client | undefined;
    const named = known ? undefined : c.req.query('client_id');
    const client = named ? await storage.findClient(named) : known;
    const endpoint = `${c.req.method} ${routePath(c, -1)}`;
    const refusal = { client, rule: rule?.id, endpoint, error };
    await record({ event: 'request_refused', ...refusal }, storage, clock);
  }
}

export function notFound(c: Context): Response | Promise<Response> {
  return answer(c, new OAuthError('not_found', `There is no ${c.req.path} here.`));
}

/** What a page of another origin may read of a refusal, beside its body. */
const exposed = {
  'Access-Control-Expose-Headers': 'WWW-Authenticate, Retry-After, Allow',
};

/** JSON for a program, a page for a person. */
function answer(
  c: Context,
  error: OAuthError,
  headers: Record<string, string> = headersOf(error),
): Response | Promise<Response> {
  const isAmong = (paths: string[]) => paths.some((path) => c.req.path.startsWith(path));
  if (!isAmong(forPrograms)) return errorPage(c, error);
  const toPages = isAmong(openToPages) && { ...anyOrigin, ...exposed };
  return jsonResponse(error.wire, error.status, { ...toPages, ...headers });
}

/**
 * For an endpoint that is there, but not for this method.
 *
 * @param methods as the Allow header has them: `GET, PUT`
 */
export function onlyFor(methods: string): Handler {
  const only = `This endpoint answers to ${methods} only.`;
  const error = new OAuthError('method_not_allowed', only);
  return (c) => answer(c, error, { Allow: methods });
}

/** What nobody foresaw goes to the log; the other party learns only that it happened. */
function asOAuthError(thrown: Error, request: string): OAuthError {
  if (thrown instanceof OAuthError) return thrown;
  logUnforeseen(thrown, request);
  return new OAuthError('server_error', 'The authorization server failed.');
}

function headersOf({ error, evidence }: OAuthError): Record<string, string> {
  // Whatever the client tried: a 401 names a scheme that would do (RFC 9110, section
  // 15.5.2), and the scheme that was used (RFC 6749, section 5.2) is this one.
  if (error === 'invalid_client') {
    return { 'WWW-Authenticate': 'Basic realm="Acorn accounts", charset="UTF-8"' };
  }
  // A registration is asked for with a bearer token (RFC 6750, section 3).
  const realm = 'Acorn registration';
  if (error === 'authentication_required') {
    return { 'WWW-Authenticate': bearerChallenge({ realm }) };
  }
  if (error === 'invalid_token') {
    return { 'WWW-Authenticate': bearerChallenge({ realm, error }) };
  }
  // Whoever has to wait is told for how many seconds.
  if (error === 'too_many_requests') return { 'Retry-After': String(evidence.received) };
  return {};
}
