/** What an Authorization header carries, and what a challenge asks for, part by part. */
import { credentialsIn } from '../../exports/credentials.ts';
import { Explained } from './explained.tsx';
import { useOpened } from './opened.ts';
import { Value } from './value.tsx';

export function Credentials({ header }: { header: string }) {
  const [scheme = ''] = header.trim().split(' ', 1);
  const credentials = credentialsIn(header, useOpened().exchange.request.target);
  return (
    <dl className="parts">
      {credentials.map(({ name, value }) => (
        <div key={name}>
          <dt>
            {scheme} <code>{name}</code>
          </dt>
          <dd>
            <Value value={value} />
            {/^(initial|registration)_/.test(name) && (
              <Explained place="json" name={name} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 */
export function Challenge({ header }: { header: string }) {
  const [scheme = ''] = header.trim().split(' ', 1);
  const attributes = [...header.matchAll(/([\w-]+)="((?:[^"\\]|\\.)*)"/g)];
  return (
    <>
      <code>{scheme}</code>
      <dl className="parts">
        {attributes.map(([, name = '', value = '']) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Value value={value} />
              <Explained place="challenge" name={name} />
              {name === 'error' && <Explained place="error" name={value} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
