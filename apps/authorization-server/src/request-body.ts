/**
 * What a form, or a program, sends in the body of a request.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { metadataIsJson } from './rules/client-metadata.ts';
import { formBody } from './rules/token-request.ts';

const largestBody = 32 * 1024;
const counted = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw bodyTooLarge();
  },
});

/** A body says how long it is, and is believed by node:http; or its bytes are counted. */
export const limitedBody: MiddlewareHandler = async function limitedBody(c, next) {
  if (c.req.method === 'GET') return next();
  const declared = c.req.header('content-length');
  if (declared === undefined) return counted(c, next);
  if (Number(declared) > largestBody) throw bodyTooLarge();
  return next();
};

function bodyTooLarge(): OAuthError {
  return new OAuthError('payload_too_large', 'A body has at most 32768 bytes.');
}

/** @throws {OAuthError} invalid_request, where the body is no form */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const type = contentType(c);
  check(formBody, type === 'application/x-www-form-urlencoded', {
    expected: 'application/x-www-form-urlencoded',
    received: type ?? 'no Content-Type',
  });
  return new URLSearchParams(await c.req.text());
}

/** @throws {OAuthError} invalid_client_metadata, where the body is no JSON object */
export async function readJson(c: Context): Promise<Record<string, unknown>> {
  const type = contentType(c);
  const body = type === 'application/json' ? parseJson(await c.req.text()) : undefined;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  check(metadataIsJson, isObject, {
    expected: 'an object, as application/json',
    received: type ?? 'no Content-Type',
  });
  return { ...body };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function contentType(c: Context): string | undefined {
  return c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** What was sent: in the body of a POST, in the query of a GET. */
export async function readQueryOrForm(c: Context): Promise<URLSearchParams> {
  return c.req.method === 'POST' ? readForm(c) : new URL(c.req.url).searchParams;
}
