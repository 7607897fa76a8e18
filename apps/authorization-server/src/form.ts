/**
 * Reading what a form or a client posts.
 */
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { formBody } from './rules/token-request.ts';

const limit = 32 * 1024;

/** @throws {OAuthError} invalid_request, where the body is no form or is too large */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const length = Number(c.req.header('content-length') ?? 0);
  check(formBody, type === 'application/x-www-form-urlencoded' && length <= limit, {
    expected: 'application/x-www-form-urlencoded, at most 32768 bytes',
    received: `${type ?? 'no Content-Type'}, ${length} bytes`,
  });
  return new URLSearchParams(await c.req.text());
}

/** The IP address the request came from: of the connection itself, not of any header. */
export function addressOf(c: Context): string {
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
