import { sha256 } from '@four-roles/protocol/hash';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { parseScope } from '@four-roles/protocol/scope';
import type { Metadata } from 'next';
import { clock } from '../../config.ts';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';
import { scopes } from '../../registration.ts';
import type { Secret } from '../../secret.ts';
import { sessionCookie } from '../../session/cookies.ts';
import { signedIn } from '../../session/visitor.ts';

export const metadata: Metadata = { title: 'What this app holds' };

export default async function HeldPage() {
  const person = await signedIn();
  if (person.problem) return <ProblemView problem={person.problem} returnTo="/held" />;
  const { session } = person;
  const { tokens, idToken } = session;
  const granted = parseScope(tokens.scope);
  const left = Math.floor((tokens.accessTokenExpiresAt - clock.now()) / 1000);
  return (
    <div className="held">
      <h1>What this app holds</h1>
      <p className="lead">
        Three tokens, kept on the server of Briefing. This browser has none of them: only
        a cookie with a random number. Here they are, taken apart and masked.
      </p>

      <Token
        name="Access token"
        purpose="The key card. Briefing shows it to Acorn APIs with every call; whoever holds it gets in, until it expires."
        token={tokens.accessToken}
        expiry={
          left > 0
            ? `in ${duration(left)}`
            : `${duration(-left)} ago: the next call renews it`
        }
      />
      <Token
        name="ID token"
        purpose="The introduction. It told Briefing who signed in and when, in answer to which request. No API accepts it."
        token={idToken}
      />
      <section className="token">
        <h2>Refresh token</h2>
        <p>
          The way to the next access token without asking you again. It works once: each
          use brings a new one. It says nothing to Briefing, so there is nothing to take
          apart.
        </p>
        <p className="mono">
          {tokens.refreshToken ? masked(tokens.refreshToken) : 'none'}
        </p>
      </section>

      <section className="token">
        <h2>What you have allowed</h2>
        <ul className="scopes">
          {Object.entries(scopes).map(([scope, purpose]) => (
            <li key={scope} className={granted.includes(scope) ? 'granted' : 'refused'}>
              <code>{scope}</code> {purpose}
              <strong>{granted.includes(scope) ? 'allowed' : 'not allowed'}</strong>
            </li>
          ))}
        </ul>
      </section>

      <section className="token">
        <h2>The session</h2>
        <dl className="facts">
          <dt>Person</dt>
          <dd className="mono">{session.sub}</dd>
          <dt>Signed in</dt>
          <dd>
            <When at={session.signedInAt} long />
          </dd>
          <dt>Ends at the latest</dt>
          <dd>
            <When at={session.expiresAt} long />
          </dd>
          <dt>Tokens renewed</dt>
          <dd>{session.version} times</dd>
          <dt>Cookie</dt>
          <dd className="mono">{sessionCookie}; HttpOnly; SameSite=Lax; Path=/</dd>
          <dt>Kept here as</dt>
          <dd className="mono">SHA-256 {sha256(session.id.reveal()).slice(0, 8)}…</dd>
        </dl>
      </section>
    </div>
  );
}

function Token(props: { name: string; purpose: string; token: Secret; expiry?: string }) {
  const decoded = decodeUnverified(props.token.reveal());
  return (
    <section className="token">
      <h2>{props.name}</h2>
      <p>{props.purpose}</p>
      {props.expiry && (
        <p>
          Expires <strong>{props.expiry}</strong>
        </p>
      )}
      <p className="mono">{masked(props.token)}</p>
      {decoded && (
        <div className="token-parts">
          <div>
            <h3>Header</h3>
            <Json value={decoded.header} />
            <h3>Signature</h3>
            <p className="fine-print">Not shown: without it nobody can use the token.</p>
          </div>
          <div>
            <h3>Claims</h3>
            <Json value={decoded.claims} />
          </div>
        </div>
      )}
    </section>
  );
}

function Json({ value }: { value: object }) {
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}

/** Enough to recognise it by, and far too little to use it. */
function masked(secret: Secret): string {
  const token = secret.reveal();
  return `${token.slice(0, 4)}\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022 (${token.length} characters)`;
}

/** @param seconds whole seconds */
function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
