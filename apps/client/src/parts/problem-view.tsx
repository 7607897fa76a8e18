import { problemKinds } from '../problems/kinds.ts';
import type { Problem } from '../problems/problem.ts';
import { ContinueWithAcorn } from './continue-with-acorn.tsx';

/** Who refused what, why, and what to do. */
export function ProblemView(props: { problem: Problem; returnTo?: string }) {
  const { problem, returnTo } = props;
  const { title, means, next } = problemKinds[problem.kind];
  return (
    <article className="problem">
      <p className="eyebrow">{partyLine(problem)}</p>
      <h1>{title}</h1>
      <p className="lead">{means}</p>
      <p>{next}</p>
      <p className="actions">
        <NextStep problem={problem} {...(returnTo && { returnTo })} />
      </p>
      <Details problem={problem} />
    </article>
  );
}

function partyLine({ kind, party }: Problem): string {
  if (kind === 'sign-in-needed') return 'Briefing';
  if (kind === 'access-denied') return 'You refused, at Acorn accounts';
  if (kind === 'own-mistake') return 'Briefing made a mistake';
  if (kind.endsWith('-away')) return `${party}: no answer`;
  return `${party} refused`;
}

function NextStep({ problem, returnTo }: { problem: Problem; returnTo?: string }) {
  const { action } = problemKinds[problem.kind];
  const back = returnTo === undefined ? {} : { returnTo };
  if (action === 'sign in') {
    return <ContinueWithAcorn {...back}>Sign in with Acorn</ContinueWithAcorn>;
  }
  if (action === 'grant') {
    const scope = problem.scope ?? 'mail.read';
    return (
      <>
        <ContinueWithAcorn scope={scope} {...back}>
          Ask Acorn
        </ContinueWithAcorn>
        <a className="button quiet" href="/">
          Not now
        </a>
      </>
    );
  }
  const address = action === 'try again' ? (returnTo ?? '/') : '/';
  return (
    <a className="button" href={address}>
      {action === 'try again' ? 'Try again' : 'To the first page'}
    </a>
  );
}

function Details({ problem }: { problem: Problem }) {
  const { rule } = problem;
  const rows = [
    [problem.kind.endsWith('-away') ? 'Who is away' : 'Who refused', problem.party],
    ['What was asked', problem.at],
    ['Error', problem.error],
    ['In its words', problem.description],
    ['Scope needed', problem.scope],
    ['Rule', rule && `${rule.id}: ${rule.says}`],
    ['What it stops', rule?.stops],
    ['Expected', problem.expected],
    ['Received', problem.received],
    ['Request', problem.request],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const link = rule?.link ?? safeLink(problem.uri);
  // Who refused stands above already, and by itself a request tells nothing.
  if (!link && rows.every(([name]) => /^(Who|Request)/.test(name))) return null;
  return (
    <details className="problem-details" open>
      <summary>What exactly happened</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {link && (
          <div>
            <dt>Specification</dt>
            <dd>
              <a href={link} rel="noreferrer">
                {rule?.spec ?? link}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}

/** `error_uri` came from outside: only an address of the web becomes a link. */
function safeLink(uri: string | undefined): string | undefined {
  return uri?.startsWith('https://') && URL.canParse(uri) ? uri : undefined;
}
