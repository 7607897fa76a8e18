/**
 * What the viewer sends: JSON, of a bounded size and a known shape.
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';

const megabytes = 12;

/** An edited message comes with the whole of its body. */
export const limitedBody = bodyLimit({
  maxSize: megabytes * 1024 * 1024,
  onError: () => {
    throw new OAuthError(
      'payload_too_large',
      `A body may have ${megabytes} megabytes here.`,
    );
  },
});

/**
 * The body as JSON; no body is an empty object.
 *
 * @throws {OAuthError} `invalid_request`, naming the member that is wrong
 */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await c.req.text();
  return parsed(schema, text === '' ? {} : asJson(text), 'body');
}

/** @throws {OAuthError} `invalid_request` */
export function pathNumber(c: Context, name: string): number {
  const text = c.req.param(name) ?? '';
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new OAuthError('invalid_request', `In the path, ${name} is a number from 1 on.`);
}

/**
 * @param what where it was found, for the sentence
 * @throws {OAuthError} `invalid_request`, naming the member that is wrong
 */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const member = issue!.path.length > 0 ? `${issue!.path.join('.')} of the ` : '';
  throw new OAuthError(
    'invalid_request',
    `The ${member}${what} is wrong: ${issue!.message}.`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OAuthError('invalid_request', 'The body is not JSON.');
  }
}
