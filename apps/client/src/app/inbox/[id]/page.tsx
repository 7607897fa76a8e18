import type { Metadata } from 'next';
import { readMessage } from '../../../mailbox/messages.ts';
import { ProblemView } from '../../../parts/problem-view.tsx';
import { When } from '../../../parts/when.tsx';
import { callAs } from '../../../session/call-as.ts';
import { orProblem, signedIn } from '../../../session/visitor.ts';

export const metadata: Metadata = { title: 'Message' };

export default async function MessagePage(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  const person = await signedIn();
  if (person.problem)
    return <ProblemView problem={person.problem} returnTo={`/inbox/${id}`} />;
  const { session } = person;
  const found = await orProblem(() =>
    callAs(session, (token) => readMessage(token, decodeURIComponent(id))),
  );
  if (found.problem) return <ProblemView problem={found.problem} returnTo="/inbox" />;
  const { subject, from, to, sent_at, body } = found.value;
  return (
    <article className="message">
      <p>
        <a href="/inbox">Back to the inbox</a>
      </p>
      <h1>{subject}</h1>
      <p className="byline">
        <strong>{from.name}</strong> {from.email}
        <br />
        to {to} · <When at={sent_at} long />
      </p>
      <div className="message-body">
        {body.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </article>
  );
}
