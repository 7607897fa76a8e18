/** Cookies that are sent, and cookies that are set, with what protects them. */
import { headersOf } from '../../explain/message.ts';
import type { RawHeaders } from '../../recording/exchange.ts';
import { type NewCookie, readCookies, readSetCookie } from './cookies.ts';
import { Explained } from './explained.tsx';
import { Parameters } from './parameters.tsx';
import { Value } from './value.tsx';

export function Cookies({ headers }: { headers: RawHeaders }) {
  const sent = headersOf(headers, 'cookie').flatMap(readCookies);
  const set = headersOf(headers, 'set-cookie').map(readSetCookie);
  return (
    <>
      <Parameters
        title="Cookies that the browser sent"
        place="cookie"
        parameters={sent}
      />
      <Parameters
        title="Cookies that are set"
        place="cookie"
        parameters={set.map((cookie) => ({
          ...cookie,
          children: <SetCookie cookie={cookie} />,
        }))}
      />
    </>
  );
}

function SetCookie({ cookie: { value, attributes } }: { cookie: NewCookie }) {
  return (
    <>
      {value === '' ? <em>removed</em> : <Value value={value} />}
      <ul className="attributes">
        {attributes.map((attribute) => (
          <li key={attribute.name}>
            <code>
              {attribute.name}
              {attribute.value !== undefined && `=${attribute.value}`}
            </code>
            <Explained place="cookie attribute" name={attribute.name} />
          </li>
        ))}
      </ul>
    </>
  );
}
