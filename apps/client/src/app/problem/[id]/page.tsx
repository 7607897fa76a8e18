import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ProblemView } from '../../../parts/problem-view.tsx';
import { browserCookie, readCookie } from '../../../session/cookies.ts';
import { findProblem } from '../../../storage/problems.ts';

export const metadata: Metadata = { title: 'A problem' };

export default async function ProblemPage(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  const browserId = readCookie((await headers()).get('Cookie'), browserCookie);
  const problem = browserId && (await findProblem(id, browserId));
  if (problem) return <ProblemView problem={problem} />;
  return (
    <article className="problem">
      <h1>Nothing went wrong lately</h1>
      <p className="lead">
        This page told of a problem in another browser, or of one that is long past.
      </p>
      <p className="actions">
        <a className="button" href="/">
          To the first page
        </a>
      </p>
    </article>
  );
}
