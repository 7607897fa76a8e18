import type { Metadata } from 'next';
import { issuer } from '../../config.ts';
import { discover } from '../../oauth/authorization-server-metadata.ts';
import { endSessionRequestUrl } from '../../oauth/end-session-request.ts';
import { ContinueWithAcorn } from '../../parts/continue-with-acorn.tsx';
import { Notice } from '../../parts/notice.tsx';
import { orProblem } from '../../session/visitor.ts';

export const metadata: Metadata = { title: 'Signed out' };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignedOutPage({ searchParams }: PageProps) {
  const { acorn } = await searchParams;
  const end = await orProblem(async () =>
    endSessionRequestUrl((await discover(issuer)).end_session_endpoint),
  );
  return (
    <article className="problem">
      {acorn === 'away' && (
        <Notice>
          Acorn could not be told. The connection is still listed there, under your
          connected apps, until you remove it or it expires.
        </Notice>
      )}
      <p className="eyebrow">Briefing</p>
      <h1>You are signed out of Briefing</h1>
      <p className="lead">
        The session here is over
        {acorn === 'away' ? '' : ', and the refresh token is worth nothing any more'}.
      </p>
      <p>
        Your browser may still be signed in at Acorn, as after signing in to any other
        app. On a computer that others use, sign out there too.
      </p>
      <p className="actions">
        {!end.problem && (
          <a className="button" href={end.value} rel="nofollow">
            Sign out of Acorn too
          </a>
        )}
        <ContinueWithAcorn quiet={!end.problem}>Sign in again</ContinueWithAcorn>
      </p>
    </article>
  );
}
