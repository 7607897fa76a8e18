/**
 * What a recording out of a file has to look like. A file may come from
 * anybody: nothing of it is shown before it was held against this.
 */
import { isLoopback } from '@four-roles/protocol/loopback';
import { z } from 'zod';
import type { Recording } from '../recording/exchange.ts';

const role = z.enum(['client', 'authorization-server', 'resource-server', 'worker']);
const party = z.enum([...role.options, 'browser', 'other']);
const id = z.int().positive();
/** Milliseconds since the epoch, of which there is a date. */
const time = z.number().min(0).max(8.64e15);

export const bodyFacts = z.object({
  encoding: z.enum(['utf-8', 'base64']),
  size: z.number().min(0),
  cut: z.literal(true).optional(),
  omitted: z.literal(true).optional(),
});

const headers = z.array(z.tuple([z.string(), z.string()]));
const body = bodyFacts.extend({ text: z.string() });
const request = z.object({ method: z.string(), target: z.string(), headers, body });
const response = z.object({ status: z.int(), reason: z.string(), headers, body });

const verdict = z.object({
  rule: z.object({
    id: z.string(),
    spec: z.string(),
    level: z.enum(['MUST', 'SHOULD', 'HARDENING']).optional(),
    says: z.string().optional(),
    stops: z.string().optional(),
    fix: z.string().optional(),
    error: z.string().optional(),
    structural: z.literal(true).optional(),
  }),
  passed: z.boolean(),
  expected: z.string().optional(),
  received: z.string().optional(),
});

/** Of an exchange all but the two messages that a HAR has words for. */
export const exchangeFacts = z.object({
  id,
  from: party,
  to: role,
  agent: z.string().optional(),
  startedAt: time,
  finishedAt: time.optional(),
  heldFor: z.number().min(0),
  movedBy: z.number().optional(),
  failure: z.string().optional(),
  verdicts: z.array(verdict),
  verdictsCut: z.literal(true).optional(),
  flow: z.int().min(0),
  cause: id.optional(),
  requestBefore: request.optional(),
  responseBefore: response.optional(),
  sentAgain: id.optional(),
  noise: z.literal(true).optional(),
  upgraded: z.literal(true).optional(),
});

const kind = z.enum(['sign-in', 'visit', 'worker', 'other']);

/** A stranger's file sends nobody to a stranger's server, by a button or by a command that was copied. */
function onLoopback(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && isLoopback(url);
}

const elsewhere = 'it is no origin on this machine';

/** Of a recording all but its exchanges. */
export const recordingFacts = z.object({
  run: z.string(),
  origins: z.record(role, z.url({ protocol: /^https?$/ }).refine(onLoopback, elsewhere)),
  flows: z.array(z.object({ id, kind, name: z.string() })),
  masked: z.boolean(),
  keys: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }).optional(),
});

const exchange = exchangeFacts.extend({ request, response: response.optional() });
const recording = recordingFacts.extend({ exchanges: z.array(exchange) });

export const damaged = 'This recording was changed after it was saved, or is damaged';

/** @throws {Error} with a sentence */
export function readRecording(json: unknown): Recording {
  // The names of errors are any strings here: they may be those of a later version.
  const read = readAs(recording, json, damaged) as Recording;
  const ids = new Set(read.exchanges.map((one) => one.id));
  if (ids.size === read.exchanges.length) return read;
  throw new Error(`${damaged}: two of its messages have the same number.`);
}

/** @throws {Error} a sentence that begins with `otherwise`, and names the first thing that is wrong */
export function readAs<Schema extends z.ZodType>(
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
