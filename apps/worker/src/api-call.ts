/**
 * One call to a protected resource, with a token, until it is answered.
 *
 * ```http
 * GET /business/contacts?limit=20 HTTP/1.1
 * Host: localhost:9002
 * Authorization: Bearer eyJ...
 * ```
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
import {
  formatBearer,
  isOfResource,
  parseBearerChallenge,
} from '@four-roles/protocol/bearer';
import type { Clock } from '@four-roles/protocol/clock';
import { isProtected } from '@four-roles/protocol/loopback';
import { check } from '@four-roles/protocol/rule';
import type { AccessTokens } from './access-token.ts';
import { type Patience, TryAgain, withBackOff } from './back-off.ts';
import { Refused } from './refused.ts';
import { tokenSentOverTls, tokenStaysWithItsResource } from './rules/token-use.ts';
import { isBusy, retryAfter, send } from './send.ts';
import type { Access } from './token-request.ts';

export type ApiRequest = {
  method: 'GET' | 'POST';
  /** Below the resource: `/rates`; or of the resource itself: `?limit=20`. */
  path: string;
  json?: unknown;
  /** Makes it safe to send a POST again. */
  idempotencyKey?: string;
  /** Called where a request with this key was served before: nothing was done now. */
  onReplayed?: () => void;
};

/** Answers with the JSON that came back. */
export type ApiCall = (access: Access, request: ApiRequest) => Promise<unknown>;

/**
 * @param options.stopping once it is aborted, no new call begins
 * @param options.onServed called for each call that was served
 */
export function apiCaller(options: {
  tokens: AccessTokens;
  clock: Clock;
  patience: Patience;
  stopping: AbortSignal;
  onServed: () => void;
  fetch?: typeof globalThis.fetch;
}): ApiCall {
  const { tokens, clock, patience, stopping, onServed, fetch } = options;

  return async function call(access, request) {
    // 1. The token goes where it was issued for, and nowhere else (RFC 6750, section 5.3).
    const url = new URL(access.resource + request.path);
    check(tokenStaysWithItsResource, isOfResource(url, access.resource), {
      expected: `${access.resource}, or an address below it`,
      received: url.href,
    });
    check(tokenSentOverTls, isProtected(url), {
      expected: 'https, or an address on this machine',
      received: url.origin,
    });

    let renewed = false;
    const attempt = async (): Promise<Response> => {
      stopping.throwIfAborted();

      // 2. Send it with a token, a kept one if there is one.
      const token = await tokens.tokenFor(access);
      const response = await sendOnce(url, request, token, clock, fetch);

      // 3. The token was refused: get a new one, once. A second refusal is an answer.
      const challenge = parseBearerChallenge(response.headers.get('WWW-Authenticate'));
      if (response.status === 401 && challenge?.error === 'invalid_token' && !renewed) {
        renewed = true;
        tokens.drop(access, token);
        return attempt();
      }

      // 4. The resource server is busy: come back later, if nothing can happen twice.
      if (isBusy(response.status) && (response.status === 429 || isRepeatable(request))) {
        const reason = `${url.pathname} was answered with ${response.status}`;
        throw new TryAgain(reason, retryAfter(response, clock));
      }
      return response;
    };
    const response = await withBackOff(attempt, patience);

    // 5. Anything else but success is a refusal.
    if (!response.ok) throw await Refused.from(url.pathname, response);
    onServed();
    if (response.headers.get('Idempotency-Replayed') === 'true') request.onReplayed?.();
    return response.json();
  };
}

async function sendOnce(
  url: URL,
  request: ApiRequest,
  token: string,
  clock: Clock,
  fetch: typeof globalThis.fetch | undefined,
): Promise<Response> {
  const headers = new Headers({ Authorization: formatBearer(token) });
  if (request.json !== undefined) headers.set('Content-Type', 'application/json');
  if (request.idempotencyKey) headers.set('Idempotency-Key', request.idempotencyKey);
  const body = request.json === undefined ? undefined : JSON.stringify(request.json);
  try {
    return await send(url, clock, { method: request.method, headers, body }, fetch);
  } catch (error) {
    if (isRepeatable(request)) throw error;
    throw new Refused(`${url.pathname} was not answered, and may have been done`, 0);
  }
}

/** May it be sent again when nobody knows whether it was done? */
function isRepeatable(request: ApiRequest): boolean {
  return request.method === 'GET' || request.idempotencyKey !== undefined;
}
