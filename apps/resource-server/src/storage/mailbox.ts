import type { Database } from '@four-roles/runtime/database';
import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { newId } from './new-id.ts';
import type { Person } from './people.ts';
import { messages, people } from './schema.ts';

export type Message = typeof messages.$inferSelect;
export type Folder = Message['folder'];
export type Draft = { to: string; subject: string; body: string };

/** The last message that the reader has seen: the next page begins after it. */
export type MessagePosition = { sent_at: number; id: string };

export type Mailbox = ReturnType<typeof openMailbox>;

export function openMailbox(database: Database) {
  const page = database
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.owner, sql.placeholder('owner')),
        eq(messages.folder, sql.placeholder('folder')),
        or(
          lt(messages.sent_at, sql.placeholder('sent_at')),
          and(
            eq(messages.sent_at, sql.placeholder('sent_at')),
            lt(messages.id, sql.placeholder('id')),
          ),
        ),
      ),
    )
    .orderBy(desc(messages.sent_at), desc(messages.id))
    .limit(sql.placeholder('limit'))
    .prepare();
  const byId = database
    .select()
    .from(messages)
    .where(eq(messages.id, sql.placeholder('id')))
    .prepare();
  const markRead = database
    .update(messages)
    .set({ unread: false })
    .where(eq(messages.id, sql.placeholder('id')))
    .prepare();
  const byEmail = database
    .select()
    .from(people)
    .where(eq(people.email, sql.placeholder('email')))
    .prepare();

  return {
    /** The newest first. */
    async listMessages(
      owner: string,
      folder: Folder,
      after: MessagePosition,
      limit: number,
    ): Promise<Message[]> {
      return page.all({ owner, folder, ...after, limit });
    },

    /** Whoever it belongs to: the caller decides who may read it. */
    async findMessage(id: string): Promise<Message | undefined> {
      return byId.get({ id });
    },

    async markMessageRead(id: string): Promise<void> {
      markRead.run({ id });
    },

    /**
     * Keep a copy for the sender and, where the address is one of ours, put
     * one into that person's inbox: both or neither.
     *
     * @param sent_at milliseconds since the epoch
     * @returns the sender's copy
     */
    async sendMessage(sender: Person, draft: Draft, sent_at: number): Promise<Message> {
      const send = (transaction: Pick<Database, 'insert'>): Message => {
        const put = (owner: string, folder: Folder) =>
          transaction
            .insert(messages)
            .values({
              id: newId('msg'),
              owner,
              folder,
              from_name: sender.name,
              from_email: sender.email,
              ...draft,
              snippet: snippetOf(draft.body),
              sent_at,
              unread: folder === 'inbox',
            })
            .returning()
            .get();
        const recipient = byEmail.get({ email: draft.to.toLowerCase() });
        if (recipient) put(recipient.sub, 'inbox');
        return put(sender.sub, 'sent');
      };
      return database.transaction(send, { behavior: 'immediate' });
    },
  };
}

/** What a list shows of a message: its beginning, on one line. */
export function snippetOf(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length <= 140 ? line : `${line.slice(0, 139).trimEnd()}…`;
}
