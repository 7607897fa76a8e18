/**
 * What a file must have to be opened as an HTTP archive, and, of one that was
 * saved here, what must stand in `_fourRoles`. A file may come from anybody:
 * nothing of it is used before it was held against this.
 */
import { z } from 'zod';

const role = z.enum(['client', 'authorization-server', 'resource-server', 'worker']);
const party = z.enum([...role.options, 'browser', 'other']);
const id = z.int().positive();
/** Milliseconds since the epoch, of which there is a date. */
const time = z.number().min(0).max(8.64e15);

const pair = z.object({ name: z.string(), value: z.string() });

const bodyFacts = z.object({
  encoding: z.enum(['utf-8', 'base64']),
  size: z.number().min(0),
  cut: z.literal(true).optional(),
  omitted: z.literal(true).optional(),
});

const head = { headers: z.array(z.tuple([z.string(), z.string()])) };
const body = bodyFacts.extend({ text: z.string() });
const request = z.object({ ...head, method: z.string(), target: z.string(), body });
const response = z.object({ ...head, status: z.int(), reason: z.string(), body });

const verdict = z.object({
  rule: z.object({
    id: z.string(),
    spec: z.string(),
    level: z.enum(['MUST', 'SHOULD', 'HARDENING']).optional(),
    says: z.string().optional(),
    stops: z.string().optional(),
    error: z.string().optional(),
    structural: z.literal(true).optional(),
  }),
  passed: z.boolean(),
  expected: z.string().optional(),
  received: z.string().optional(),
});

export const savedEntry = z.object({
  id,
  from: party,
  to: role,
  agent: z.string().optional(),
  startedAt: time,
  finishedAt: time.optional(),
  heldFor: z.number().min(0),
  failure: z.string().optional(),
  verdicts: z.array(verdict),
  verdictsCut: z.literal(true).optional(),
  flow: z.int().min(0),
  cause: id.optional(),
  sentAgain: id.optional(),
  noise: z.literal(true).optional(),
  upgraded: z.literal(true).optional(),
  target: z.string(),
  requestBody: bodyFacts,
  responseBody: bodyFacts.optional(),
  requestBefore: request.optional(),
  responseBefore: response.optional(),
});

export const savedRecording = z.object({
  run: z.string(),
  origins: z.record(role, z.url({ protocol: /^https?$/ })),
  flows: z.array(
    z.object({
      id,
      kind: z.enum(['sign-in', 'visit', 'worker', 'other']),
      name: z.string(),
    }),
  ),
  masked: z.boolean(),
  keys: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).optional(),
});

/** HAR 1.2, as far as it is read here. */
export const entry = z.object({
  startedDateTime: z.string(),
  time: z.number(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.array(pair),
    postData: z
      .object({
        text: z.string().optional(),
        params: z
          .array(z.object({ name: z.string(), value: z.string().optional() }))
          .optional(),
      })
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

export const harFile = z.object({
  log: z.object({
    entries: z.array(entry),
    _fourRoles: z.unknown().optional(),
  }),
});

export type Entry = z.infer<typeof entry>;

/** @throws {Error} a sentence that begins with `otherwise` and names the first thing that is wrong */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  otherwise: string,
): z.infer<Schema> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.');
  throw new Error(`${[otherwise, where, issue?.message].filter(Boolean).join(': ')}.`);
}
