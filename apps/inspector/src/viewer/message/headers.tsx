/** Headers: those on which OAuth leans first, the others folded. */
import { oauthHeaders } from '../../explain/headers.ts';
import type { RawHeaders } from '../../recording/exchange.ts';
import { Cookies } from './cookie-list.tsx';
import { Challenge, Credentials } from './credentials-view.tsx';
import { Parameters } from './parameters.tsx';
import { TraceparentFields } from './traceparent-fields.tsx';

/** Laid out elsewhere. */
const cookieHeaders = ['cookie', 'set-cookie'];

export function Headers({ headers }: { headers: RawHeaders }) {
  const all = headers
    .filter(([name]) => !cookieHeaders.includes(name.toLowerCase()))
    .map(([name, value]) => ({ name, value, children: partsOf(name, value) }));
  const { first = [], rest = [] } = Object.groupBy(all, ({ name }) =>
    Object.hasOwn(oauthHeaders, name.toLowerCase()) ? 'first' : 'rest',
  );
  return (
    <>
      <Cookies headers={headers} />
      <Parameters title="Headers" place="header" parameters={first} />
      {rest.length > 0 && (
        <details>
          <summary>
            {rest.length} other {rest.length === 1 ? 'header' : 'headers'}
          </summary>
          <Parameters title="Other headers" place="header" parameters={rest} />
        </details>
      )}
    </>
  );
}

/** Of some headers, the parts say more than the whole. */
function partsOf(name: string, value: string) {
  if (/^authorization$/i.test(name)) return <Credentials header={value} />;
  if (/^www-authenticate$/i.test(name)) return <Challenge header={value} />;
  if (/^traceparent$/i.test(name)) return <TraceparentFields header={value} />;
  return undefined;
}
