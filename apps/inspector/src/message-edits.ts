/**
 * What a person may change in a message: only what HTTP can carry, so that one
 * message never becomes two.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5
 */
import { METHODS } from 'node:http';
import { z } from 'zod';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** One byte for each character: any other would lose its upper half, and may become a line break. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
/** A parser that does not know the method takes it for no HTTP. */
const methods = new Set(METHODS).difference(new Set(['CONNECT', 'PRI']));

const headers = z
  .array(
    z.tuple([
      z.string().regex(token, 'a field name is a token'),
      z
        .string()
        .regex(
          fieldValue,
          'a field value has no line breaks, and nothing beyond Latin-1',
        ),
    ]),
  )
  .max(200, 'there are more than 200 fields');

export const editedRequest = z.strictObject({
  method: z
    .string()
    .refine((method) => methods.has(method), 'it is no method that the roles could know')
    .optional(),
  target: z
    .string()
    .regex(/^\/[^\r\n\0]*$/, 'it begins with a slash and has no line breaks')
    .optional(),
  headers: headers.optional(),
  body: z.string().optional(),
});

export const editedResponse = z.strictObject({
  status: z.int().min(200, 'it is not a final status').max(599).optional(),
  headers: headers.optional(),
  body: z.string().optional(),
});
