/** HAR 1.2, as far as it is read here, and what stands in `_fourRoles`. */
import { z } from 'zod';
import { bodyFacts, exchangeFacts } from './recording-schema.ts';

export const savedEntry = exchangeFacts.extend({
  target: z.string(),
  requestBody: bodyFacts,
  responseBody: bodyFacts.optional(),
});

const pair = z.object({ name: z.string(), value: z.string() });
const parameter = pair.extend({ value: z.string().optional() });

const entry = z.object({
  startedDateTime: z.string(),
  time: z.number(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(pair),
    postData: z
      .object({ text: z.string().optional(), params: z.array(parameter).optional() })
      .optional(),
  }),
  response: z.object({
    status: z.int(),
    statusText: z.string(),
    headers: z.array(pair),
    content: z.object({
      size: z.number(),
      text: z.string().optional(),
      encoding: z.string().optional(),
    }),
  }),
  _fourRoles: z.unknown().optional(),
});

export type Entry = z.infer<typeof entry>;

export const harFile = z.object({
  log: z.object({ entries: z.array(entry), _fourRoles: z.unknown().optional() }),
});
