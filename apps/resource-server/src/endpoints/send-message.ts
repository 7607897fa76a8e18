/**
 * POST /user/messages
 *
 * Send a message in a person's name. To one of our own addresses it is
 * delivered; every other address counts as sent, and no mail leaves this machine.
 *
 *     POST /user/messages
 *     Authorization: Bearer eyJ...
 *     Content-Type: application/json
 *
 *     { "to": "grace@acorn.example", "subject": "Loops", "body": "Dear Grace, ..." }
 *
 *     201 Created
 *     Location: http://localhost:9002/user/messages/msg_Zk4...
 *     { "id": "msg_Zk4...", "subject": "Loops", ... }
 */
import type { Clock } from '@four-roles/protocol/clock';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Admit } from '../access/admit.ts';
import { personBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { emailAddress, oneLine, readJson } from '../request-input.ts';
import { user } from '../resources.ts';
import type { Mailbox } from '../storage/mailbox.ts';
import type { People } from '../storage/people.ts';
import { messageSummary } from './list-messages.ts';

const draft = z.object({
  to: emailAddress,
  subject: oneLine(200),
  body: z
    .string()
    .trim()
    .min(1, 'it is empty')
    .max(20_000, 'it is longer than 20000 characters'),
});

export function sendMessage(
  origin: string,
  admit: Admit,
  people: People,
  mailbox: Mailbox,
  clock: Clock,
) {
  return async function sendMessage(c: Context) {
    // 1. The token allows sending mail.
    const { claims } = await admit(c, user, 'mail.send');
    const sender = await personBehind(claims, people);

    // 2. The message is one that can be sent.
    const message = await readJson(c, draft);

    // 3. A copy for the sender, and one for a recipient who is here.
    const sent = await mailbox.sendMessage(sender, message, clock.now());

    return jsonResponse({ ...messageSummary(sent), body: sent.body }, 201, {
      Location: `${origin}/user/messages/${sent.id}`,
    });
  };
}
