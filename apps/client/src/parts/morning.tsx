import { parseScope } from '@four-roles/protocol/scope';
import { clock } from '../config.ts';
import { listMessages, type MessageSummary } from '../mailbox/messages.ts';
import { scopes } from '../registration.ts';
import { callAs } from '../session/call-as.ts';
import { orProblem } from '../session/visitor.ts';
import type { Session } from '../storage/sessions.ts';
import { AllowMail } from './allow-mail.tsx';
import { Avatar } from './avatar.tsx';
import { MessageRow } from './message-row.tsx';
import { ProblemView } from './problem-view.tsx';
import { When } from './when.tsx';

const today = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** The front page of the person who is signed in. */
export async function Morning({ session }: { session: Session }) {
  const granted = parseScope(session.tokens.scope);
  const mail = granted.includes('mail.read')
    ? await orProblem(() =>
        callAs(session, (token) => listMessages(token, { limit: 20 })),
      )
    : undefined;
  if (mail?.problem?.kind === 'connection-ended') {
    return <ProblemView problem={mail.problem} returnTo="/" />;
  }
  const name = session.name ?? 'you';
  return (
    <>
      <section className="greeting">
        <Avatar name={name} picture={session.picture} />
        <div>
          <p className="eyebrow">{today.format(clock.now())}</p>
          <h1>
            {partOfDay()}, {session.name?.split(' ')[0] ?? 'friend'}
          </h1>
          <p className="fine-print">
            Signed in as{' '}
            {[session.name, session.email].filter(Boolean).join(', ') || session.sub}
          </p>
        </div>
      </section>
      {mail === undefined && <AllowMail returnTo="/" />}
      {mail?.problem && <ProblemView problem={mail.problem} returnTo="/" />}
      {mail && !mail.problem && (
        <FrontPage messages={mail.value.messages} granted={granted} />
      )}
    </>
  );
}

function FrontPage(props: { messages: MessageSummary[]; granted: string[] }) {
  const { messages, granted } = props;
  const unread = messages.filter((message) => message.unread);
  const [top, ...rest] = [...unread, ...messages.filter((message) => !message.unread)];
  if (!top) return <p className="lead">No mail yet. Enjoy the silence.</p>;
  return (
    <div className="morning">
      <div>
        <article className="top-story">
          <p className="eyebrow">
            {unread.length > 0 ? `${unread.length} new` : 'Nothing new'}
          </p>
          <h2>
            <a href={`/inbox/${encodeURIComponent(top.id)}`}>{top.subject}</a>
          </h2>
          <p className="byline">
            {top.from.name} · <When at={top.sent_at} />
          </p>
          <p className="lead">{top.snippet}</p>
        </article>
        <Allowed granted={granted} />
      </div>
      <section className="below-the-fold" aria-labelledby="also">
        <h2 id="also">Also in your mail</h2>
        <ul className="message-list">
          {rest.slice(0, 5).map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
        <p className="actions">
          <a className="button" href="/inbox">
            Open the inbox
          </a>
          <a className="button quiet" href="/compose">
            Write a message
          </a>
        </p>
      </section>
    </div>
  );
}

function Allowed({ granted }: { granted: string[] }) {
  return (
    <aside className="allowed" aria-labelledby="allowed">
      <h2 id="allowed">You let Briefing</h2>
      <ul>
        {Object.entries(scopes)
          .filter(([scope]) => granted.includes(scope))
          .map(([scope, purpose]) => (
            <li key={scope}>{purpose}</li>
          ))}
      </ul>
      <p>
        <a href="/held">See what this app holds</a>
      </p>
    </aside>
  );
}

function partOfDay(): string {
  const hour = new Date(clock.now()).getHours();
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}
