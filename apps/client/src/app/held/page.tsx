import { sha256 } from '@four-roles/protocol/hash';
import { decodeUnverified } from '@four-roles/protocol/jwt';
import { parseScope } from '@four-roles/protocol/scope';
import type { Metadata } from 'next';
import { HeldToken, masked } from '../../parts/held-token.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';
import { scopes } from '../../registration.ts';
import { sessionCookie } from '../../session/cookies.ts';
import { signedIn } from '../../session/visitor.ts';

export const metadata: Metadata = { title: 'What this app holds' };

export default async function HeldPage() {
  const person = await signedIn();
  if (person.problem) return <ProblemView problem={person.problem} returnTo="/held" />;
  const { session } = person;
  const { tokens, idToken } = session;
  const granted = parseScope(tokens.scope);
  const issuedAt = decodeUnverified(tokens.accessToken.reveal())?.claims.iat;
  const idTokenExpiry = decodeUnverified(idToken.reveal())?.claims.exp;
  return (
    <div className="held">
      <h1>What this app holds</h1>
      <p className="lead">
        Three tokens, kept on the server of Briefing. This browser has none of them: only
        a cookie with a random number. Here they are, taken apart and masked.
      </p>

      <HeldToken
        name="Access token"
        purpose="The key card. Briefing shows it to Acorn APIs with every call; whoever holds it gets in, until it expires."
        token={tokens.accessToken}
        expiresAt={tokens.accessTokenExpiresAt}
        afterwards="the next call renews it"
      />
      <HeldToken
        name="ID token"
        purpose="The introduction. It told Briefing who signed in and when, in answer to which request. No API accepts it."
        token={idToken}
        expiresAt={(idTokenExpiry ?? 0) * 1000}
        afterwards="no matter, it was checked once, at the sign-in"
      />
      <section className="token">
        <h2>Refresh token</h2>
        <p>
          The way to the next access token without asking you again. It works once: each
          use brings a new one. It says nothing to Briefing, so there is nothing to take
          apart.
        </p>
        {tokens.refreshToken && issuedAt && (
          <p>
            Issued with the access token above, <When at={issuedAt * 1000} long />. When
            it expires is known to Acorn alone: the token response does not say.
          </p>
        )}
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
          <dd>{session.version === 1 ? 'once' : `${session.version} times`}</dd>
          <dt>Cookie</dt>
          <dd className="mono">{sessionCookie}; HttpOnly; SameSite=Lax; Path=/</dd>
          <dt>Kept here as</dt>
          <dd className="mono">SHA-256 {sha256(session.id.reveal()).slice(0, 8)}…</dd>
        </dl>
      </section>
    </div>
  );
}
