/** The JSON Web Tokens of a message, taken apart. */

import { decodeJwt } from '../../explain/jwt.ts';
import type { Exchange } from '../../recording/exchange.ts';
import { clockTime } from '../clock-time.ts';
import { useOpened } from './opened.ts';
import { Parameters } from './parameters.tsx';
import { relativeTime } from './relative-time.ts';
import { SignatureLine } from './signature-line.tsx';
import { Value } from './value.tsx';

export function Tokens() {
  const { carried, side } = useOpened();
  const tokens = new Map(
    carried
      .filter((one) => one.side === side && !one.kind.startsWith('cookie:'))
      .filter(({ value }) => decodeJwt(value))
      .map(({ value, kind }) => [value, kind]),
  );
  return [...tokens].map(([token, kind]) => (
    <Token key={token} token={token} kind={kind} />
  ));
}

function Token({ token, kind }: { token: string; kind: string }) {
  const { claims = {}, header = {} } = decodeJwt(token) ?? {};
  return (
    <details className="token" open>
      <summary>
        <code>{kind}</code>, a JWT taken apart
      </summary>
      <SignatureLine token={token} kind={kind} />
      <Parameters
        title="Claims"
        place={kind === 'client_assertion' ? 'assertion claim' : 'claim'}
        parameters={membersOf(claims)}
      />
      <Parameters title="Header" place="jwt header" parameters={membersOf(header)} />
    </details>
  );
}

function membersOf(object: object) {
  return Object.entries(object).map(([name, member]) => {
    const value = typeof member === 'string' ? member : JSON.stringify(member);
    return { name, value, children: <Claim name={name} value={value} /> };
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc7519#section-2 NumericDate */
const times = ['exp', 'iat', 'nbf', 'auth_time'];

function Claim({ name, value }: { name: string; value: string }) {
  const { exchange } = useOpened();
  if (!times.includes(name)) return <Value value={value} />;
  const then = Number(value) * 1000;
  return (
    <>
      <code>{value}</code> {clockTime(then)}, {relativeTime(then, timeOf(exchange))}
    </>
  );
}

/** What time it was for the roles. */
function timeOf({ startedAt, movedBy = 0 }: Exchange): number {
  return startedAt + movedBy;
}
