import { parseScope } from '@four-roles/protocol/scope';
import type { Metadata } from 'next';
import { listMessages } from '../../mailbox/messages.ts';
import { AllowMail } from '../../parts/allow-mail.tsx';
import { MessageRow } from '../../parts/message-row.tsx';
import { DeclinedNotice, Notice } from '../../parts/notice.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { callAs } from '../../session/call-as.ts';
import { orProblem, signedIn } from '../../session/visitor.ts';

export const metadata: Metadata = { title: 'Inbox' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: PageProps) {
  const person = await signedIn();
  if (person.problem) return <ProblemView problem={person.problem} returnTo="/inbox" />;
  const { session } = person;
  const { cursor, declined, sent } = await searchParams;
  const notices = (
    <>
      {sent && <Notice>Your message is on its way.</Notice>}
      <DeclinedNotice declined={declined} />
    </>
  );
  if (!parseScope(session.tokens.scope).includes('mail.read')) {
    return (
      <>
        {notices}
        <h1>Inbox</h1>
        <AllowMail returnTo="/inbox" />
      </>
    );
  }

  const page = { limit: 10, cursor: typeof cursor === 'string' ? cursor : undefined };
  const mail = await orProblem(() =>
    callAs(session, (token) => listMessages(token, page)),
  );
  if (mail.problem) return <ProblemView problem={mail.problem} returnTo="/inbox" />;
  const { messages, next_cursor } = mail.value;
  return (
    <>
      {notices}
      <div className="page-title">
        <h1>Inbox</h1>
        <a className="button" href="/compose">
          Write a message
        </a>
      </div>
      {messages.length === 0 && <p className="lead">Nothing here.</p>}
      <ul className="message-list">
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
      <nav className="pagination" aria-label="Pages">
        {page.cursor && (
          <a className="button quiet" href="/inbox">
            Newest
          </a>
        )}
        {next_cursor && (
          <a
            className="button quiet"
            href={`/inbox?cursor=${encodeURIComponent(next_cursor)}`}
          >
            Older messages
          </a>
        )}
      </nav>
    </>
  );
}
