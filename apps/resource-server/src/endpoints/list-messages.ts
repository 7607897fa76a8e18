/**
 * GET /user/messages
 *
 * A person's mail, the newest first: the inbox, or with `folder=sent` what
 * the person has sent.
 *
 *     GET /user/messages?limit=20
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "messages": [{ "id": "msg_...", "from": { "name": "Charles Babbage", ... },
 *         "subject": "The mill is delayed", "snippet": "...", "unread": true, ... }],
 *       "next_cursor": "WzE3..." }
 */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { personBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { pageOf, pageParameters } from '../pagination.ts';
import { readQuery } from '../request-input.ts';
import { user } from '../resources.ts';
import type { Mailbox, Message } from '../storage/mailbox.ts';
import type { People } from '../storage/people.ts';

const parameters = z.object({
  folder: z.enum(['inbox', 'sent'], 'it is neither inbox nor sent').default('inbox'),
  ...pageParameters(z.number(), [Number.MAX_SAFE_INTEGER, '']),
});

export function listMessages(admit: Admit, people: People, mailbox: Mailbox) {
  return async function listMessages(c: Context) {
    // 1. The token allows reading mail.
    const { claims } = await admit(c, user, 'mail.read');
    const person = await personBehind(claims, people);

    // 2. The page that was asked for.
    const { folder, limit, cursor } = readQuery(c, parameters);
    const [sent_at, id] = cursor;
    const found = await mailbox.listMessages(
      person.sub,
      folder,
      { sent_at, id },
      limit + 1,
    );
    const { rows, next_cursor } = pageOf(found, limit, (row) => [row.sent_at, row.id]);

    return jsonResponse({ messages: rows.map(messageSummary), next_cursor });
  };
}

/** A message as a list shows it. */
export function messageSummary(message: Message) {
  return {
    id: message.id,
    from: { name: message.from_name, email: message.from_email },
    to: message.to,
    subject: message.subject,
    snippet: message.snippet,
    sent_at: new Date(message.sent_at).toISOString(),
    unread: message.unread,
  };
}
