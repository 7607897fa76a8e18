/**
 * The mailbox of the person who is signed in, at the resource server.
 */
import { check } from '@four-roles/protocol/rule';
import { z } from 'zod';
import { callApi } from '../oauth/api-call.ts';
import { userResource } from '../registration.ts';
import { apiAnswerWellFormed } from '../rules/api-call.ts';
import type { Secret } from '../secret.ts';

const summary = z.object({
  id: z.string(),
  from: z.object({ name: z.string(), email: z.string() }),
  to: z.string(),
  subject: z.string(),
  snippet: z.string(),
  sent_at: z.string(),
  unread: z.boolean(),
});
const list = z.object({
  messages: z.array(summary),
  next_cursor: z.string().nullable(),
});
const message = summary.extend({ body: z.string() });

export type MessageSummary = z.infer<typeof summary>;
export type MessageList = z.infer<typeof list>;
export type Message = z.infer<typeof message>;

/** GET /user/messages (scope mail.read), newest first. */
export async function listMessages(
  accessToken: Secret,
  options: { limit: number; cursor?: string | undefined },
): Promise<MessageList> {
  const url = new URL(`${userResource}/messages`);
  url.searchParams.set('limit', String(options.limit));
  if (options.cursor) url.searchParams.set('cursor', options.cursor);
  return wellFormed(list, await callApi(url, accessToken));
}

/** GET /user/messages/:id (scope mail.read). */
export async function readMessage(accessToken: Secret, id: string): Promise<Message> {
  const url = new URL(`${userResource}/messages/${encodeURIComponent(id)}`);
  return wellFormed(message, await callApi(url, accessToken));
}

/** POST /user/messages (scope mail.send). */
export async function sendMessage(
  accessToken: Secret,
  mail: { to: string; subject: string; body: string },
): Promise<void> {
  const url = new URL(`${userResource}/messages`);
  await callApi(url, accessToken, { method: 'POST', json: mail });
}

function wellFormed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  check(apiAnswerWellFormed, result.success, {
    expected: 'the members that the page shows',
    received: `missing or wrong: ${result.error?.issues.map(({ path }) => path.join('.')).join(', ')}`,
  });
  return result.data;
}
