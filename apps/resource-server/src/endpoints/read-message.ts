/**
 * GET /user/messages/:id
 *
 * One message, with its text: paragraphs with blank lines between.
 *
 *     GET /user/messages/msg_Zk4...
 *     Authorization: Bearer eyJ...
 *
 *     200 OK
 *     { "id": "msg_Zk4...", "subject": "The mill is delayed", "body": "Dear Ada, ...", ... }
 */
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check } from '@four-roles/protocol/rule';
import type { Context } from 'hono';
import type { Admit } from '../access/admit.ts';
import { personBehind } from '../access/speaker.ts';
import { jsonResponse } from '../json-response.ts';
import { user } from '../resources.ts';
import { messageBelongsToPerson } from '../rules/permission.ts';
import type { Mailbox } from '../storage/mailbox.ts';
import type { People } from '../storage/people.ts';
import { messageSummary } from './list-messages.ts';

export function readMessage(admit: Admit, people: People, mailbox: Mailbox) {
  return async function readMessage(c: Context) {
    // 1. The token allows reading mail.
    const { claims } = await admit(c, user, 'mail.read');
    const person = await personBehind(claims, people);

    // 2. The message lies in this person's mailbox. One that does not exist is
    //    refused in the same words: nobody learns which ids others have.
    const message = await mailbox.findMessage(c.req.param('id') ?? '');
    const owner = message?.owner;
    check(messageBelongsToPerson, owner === person.sub);
    if (!message) throw new OAuthError('not_found', 'There is no such message.');

    // 3. It is unread no more.
    if (message.unread) await mailbox.markMessageRead(message.id);
    return jsonResponse({ ...messageSummary(message), body: message.body });
  };
}
