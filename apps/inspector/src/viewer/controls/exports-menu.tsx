/** Keep what was recorded, open what was kept, or forget it. */
import { useState } from 'react';
import type { Flow } from '../../recording/exchange.ts';
import { api, type ExportFormat, exportAddress } from '../api.ts';
import { attempt } from '../notice.tsx';
import { Menu } from './menu.tsx';
import { OpenFile } from './open-file.tsx';

const formats: [format: ExportFormat, name: string, use: string][] = [
  ['page', 'Page', 'one .html file that shows it as here, with no server behind it'],
  ['har', 'HAR', 'opens in the developer tools of a browser, and here'],
  ['markdown', 'Markdown', 'for a document, or a bug report'],
  ['mermaid', 'Mermaid', 'a sequence diagram'],
];

export function ExportsMenu({ flows }: { flows: Flow[] }) {
  const [flow, setFlow] = useState<number>();
  const [withSecrets, setWithSecrets] = useState(false);
  const options = {
    ...(flow !== undefined && { flow }),
    ...(withSecrets && { secrets: 'shown' as const }),
  };
  return (
    <Menu label="Keep it">
      <p>
        <label>
          Messages of{' '}
          <select
            className="field"
            value={flow ?? ''}
            onChange={({ target }) => setFlow(Number(target.value) || undefined)}
          >
            <option value="">every flow</option>
            {flows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={withSecrets}
            onChange={({ target }) => setWithSecrets(target.checked)}
          />{' '}
          with secrets: tokens, codes, passwords as they were sent
        </label>
      </p>
      <ul>
        {formats.map(([format, name, use]) => (
          <li key={format}>
            <a className="button" href={exportAddress(format, options)} download>
              {name}
            </a>{' '}
            {use}
          </li>
        ))}
      </ul>
      <OpenFile />
      <Forget />
    </Menu>
  );
}

function Forget() {
  const [asked, setAsked] = useState(false);
  const forget = () => {
    if (asked) attempt(api.clear);
    setAsked(!asked);
  };
  return (
    <button
      type="button"
      className="button"
      onClick={forget}
      onBlur={() => setAsked(false)}
    >
      {asked ? 'Forget it: press again' : 'Forget the recording'}
    </button>
  );
}
