/**
 * What a person may change in a message: only what HTTP can carry, so that one
 * message never becomes two.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5
 */
import { z } from 'zod';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const fieldValue = /^[^\r\n\0]*$/;

const headers = z
  .array(
    z.tuple([
      z.string().regex(token, 'a field name is a token'),
      z.string().regex(fieldValue, 'a field value has no line breaks'),
    ]),
  )
  .max(200, 'there are more than 200 fields');

export const editedRequest = z.strictObject({
  method: z
    .string()
    .regex(token, 'a method is a token')
    .refine((method) => method !== 'CONNECT', 'CONNECT is for proxies')
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
