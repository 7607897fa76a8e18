/**
 * Reading what a form or a client posts.
 */
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import { formBody } from './rules/token-request.ts';

/** @throws {OAuthError} invalid_request, where the body is no form */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  check(formBody, type === 'application/x-www-form-urlencoded', {
    expected: 'application/x-www-form-urlencoded',
    received: type ?? 'no Content-Type',
  });
  return new URLSearchParams(await c.req.text());
}

/** What was sent: in the body of a POST, in the query of a GET. */
export async function readQueryOrForm(c: Context): Promise<URLSearchParams> {
  return c.req.method === 'POST' ? readForm(c) : new URL(c.req.url).searchParams;
}

/** The IP address the request came from: of the connection itself, not of any header. */
export function addressOf(c: Context): string {
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
