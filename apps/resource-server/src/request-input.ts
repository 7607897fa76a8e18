/**
 * What a request carries, held against a schema. A mistake is answered with
 * the name of the field and what is wrong with it.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { readParameters } from '@four-roles/protocol/parameters';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';

const largestBodyKilobytes = 64;

/** Before the body is read: one that is too long is refused unread. */
export const limitBody = bodyLimit({
  maxSize: largestBodyKilobytes * 1024,
  onError: () => {
    throw new OAuthError(
      'payload_too_large',
      `The body is longer than ${largestBodyKilobytes} KB.`,
    );
  },
});

/**
 * Only a body that says it is JSON: a form on a page of somebody else can send
 * JSON as text/plain.
 *
 * @throws {OAuthError} invalid_request
 */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? '')) {
    throw new OAuthError('invalid_request', 'The Content-Type is not application/json.');
  }
  const body: unknown = await c.req.json().catch(() => {
    throw new OAuthError('invalid_request', 'The body is not JSON.');
  });
  return parse(schema, body);
}

/** @throws {OAuthError} invalid_request */
export function readQuery<Schema extends z.ZodObject>(
  c: Context,
  schema: Schema,
): z.infer<Schema> {
  const sent = readParameters(new URL(c.req.url).searchParams);
  const names = Object.keys(schema.shape);
  return parse(schema, Object.fromEntries(names.map((name) => [name, sent.get(name)])));
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new OAuthError('invalid_request', `${path.join('.') || 'The body'}: ${message}.`);
}

/** One line of text for people to read: no control characters, so nothing can be smuggled into a header. */
export function oneLine(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'it is empty')
    .max(longest, `it is longer than ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'it has control characters');
}

export const emailAddress = z
  .string()
  .trim()
  .max(254, 'it is longer than 254 characters')
  .pipe(z.email('it is not an email address'));
