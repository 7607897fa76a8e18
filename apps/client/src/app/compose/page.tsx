import { parseScope } from '@four-roles/protocol/scope';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ContinueWithAcorn } from '../../parts/continue-with-acorn.tsx';
import { DeclinedNotice } from '../../parts/notice.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { browserCookie, readCookie } from '../../session/cookies.ts';
import { signedIn } from '../../session/visitor.ts';
import { type Draft, findDraft } from '../../storage/drafts.ts';

export const metadata: Metadata = { title: 'Write' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComposePage({ searchParams }: PageProps) {
  const person = await signedIn();
  if (person.problem) return <ProblemView problem={person.problem} returnTo="/compose" />;
  const { session } = person;
  const { declined } = await searchParams;
  const maySend = parseScope(session.tokens.scope).includes('mail.send');
  return (
    <>
      <DeclinedNotice declined={declined} />
      <h1>Write a message</h1>
      {maySend ? <Form draft={await draftOf(session.sub)} /> : <AskToSend />}
    </>
  );
}

async function draftOf(sub: string): Promise<Draft | undefined> {
  const browserId = readCookie((await headers()).get('Cookie'), browserCookie);
  return browserId ? findDraft(sub, browserId) : undefined;
}

/** Incremental authorization: a permission is asked for when it is needed. */
function AskToSend() {
  return (
    <section className="ask-panel">
      <h2>Sending needs one more permission</h2>
      <p>
        So far you have let Briefing look, not write. To send mail in your name it has to
        ask you first; Acorn puts the question, and you come back to this page either way.
      </p>
      <p className="actions">
        <ContinueWithAcorn scope="mail.send" returnTo="/compose">
          Ask Acorn
        </ContinueWithAcorn>
        <a className="button quiet" href="/">
          Not now
        </a>
      </p>
    </section>
  );
}

function Form({ draft }: { draft: Draft | undefined }) {
  const complaint = draft?.complaint;
  return (
    <form className="compose" action="/compose/send" method="post">
      {complaint && (
        <p className="notice bad" role="alert" id="complaint">
          Not sent. {complaint}
        </p>
      )}
      <label htmlFor="to">To</label>
      <input
        id="to"
        name="to"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={draft?.to}
        aria-describedby={complaint ? 'complaint' : undefined}
      />
      <label htmlFor="subject">Subject</label>
      <input
        id="subject"
        name="subject"
        required
        maxLength={200}
        defaultValue={draft?.subject}
      />
      <label htmlFor="body">Message</label>
      <textarea
        id="body"
        name="body"
        rows={10}
        required
        maxLength={10_000}
        defaultValue={draft?.body}
      />
      <p className="actions">
        <button className="button" type="submit">
          Send
        </button>
        <a className="button quiet" href="/inbox">
          Cancel
        </a>
      </p>
    </form>
  );
}
