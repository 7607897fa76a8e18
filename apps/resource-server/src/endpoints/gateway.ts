/**
 * ANY /gateway/*
 *
 * An API gateway: it checks the caller at the edge, counts its requests, and
 * passes them on to an upstream that knows nothing of tokens. The upstream
 * learns who calls from X-Client-Id, and never sees the token.
 *
 *     GET /gateway/rates
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "base": "EUR", "rates": { "GBP": 0.8431, ... }, "served_at": "..." }
 */
import type { Clock } from '@four-roles/protocol/clock';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import { timeoutAfter } from '@four-roles/protocol/timeout-after';
import type { Context } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { Admit } from '../access/admit.ts';
import { type RateLimit, requestsPerMinute } from '../access/rate-limit.ts';
import { clientBehind } from '../access/speaker.ts';
import { crossOriginHeaders } from '../json-response.ts';
import { outgoingHeaders } from '../outgoing-headers.ts';
import { gateway as gatewayResource } from '../resources.ts';
import { forwardedPathIsPlain, rateIsWithinLimit } from '../rules/gateway.ts';

/** What of a request is the upstream's business. Not the token, not cookies, no X-Client-Id but ours. */
const forwardedHeaders = ['accept', 'accept-language', 'content-type', 'if-none-match'];

/** What of the upstream's answer is the caller's business. */
const returnedHeaders = ['content-type', 'etag', 'last-modified', 'location'];

/** @param upstream the address that stands for /gateway, without a slash at its end */
export function gateway(
  upstream: string,
  admit: Admit,
  limit: RateLimit,
  clock: Clock,
  fetch: typeof globalThis.fetch,
) {
  return async function gateway(c: Context) {
    // 1. The token allows a machine to call through.
    const { claims } = await admit(c, gatewayResource, 'gateway.call');
    const client_id = clientBehind(claims);

    // 2. It does not call too often.
    const { within, requests } = limit.count(client_id);
    if (!within) c.set('retryAfter', limit.secondsUntilReset());
    check(rateIsWithinLimit, within, {
      expected: `${requestsPerMinute} requests in a minute`,
      received: requests,
    });

    // 3. What it asks for lies behind the gateway, however the upstream reads it.
    const { pathname, search } = new URL(c.req.url);
    check(forwardedPathIsPlain, !/%(2f|5c|2e|25)/i.test(pathname), {
      expected: 'no encoded slash, backslash, dot or percent sign',
      received: pathname,
    });
    const target = upstream + pathname.slice(gatewayResource.path.length) + search;

    // 4. Ask the upstream.
    const answer = await fetch(target, {
      method: c.req.method,
      headers: {
        ...pick(c.req.raw.headers, forwardedHeaders),
        'X-Client-Id': client_id,
        ...outgoingHeaders(),
      },
      body: ['GET', 'HEAD'].includes(c.req.method) ? null : await c.req.arrayBuffer(),
      redirect: 'manual',
      signal: timeoutAfter(clock, 5000),
    }).catch((cause) => {
      const error = new OAuthError('bad_gateway', 'The upstream did not answer.');
      error.cause = cause;
      throw error;
    });

    return c.newResponse(answer.body, answer.status as StatusCode, {
      ...pick(answer.headers, returnedHeaders),
      'Cache-Control': 'no-store',
      ...crossOriginHeaders,
    });
  };
}

function pick(headers: Headers, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
