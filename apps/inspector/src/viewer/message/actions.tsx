/** What can be done with the message that is open. */
import { useState } from 'react';
import { toCurl } from '../../exports/curl.ts';
import { EditAndSendAgain, sendAgain } from '../controls/edit-message.tsx';
import { attempt, say } from '../notice.tsx';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';
import { useMask } from './use-mask.ts';

export function Actions() {
  const { exchange } = useOpened();
  const { mode, setup } = useRecording();
  const [editing, setEditing] = useState(false);
  const mask = useMask();
  const curl = () => mask.text(toCurl(exchange, setup.origins));
  return (
    <>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => copy(curl(), 'The command')}
        >
          Copy as curl
        </button>
        <button
          type="button"
          className="button"
          onClick={() => copy(location.href, 'The link')}
        >
          Copy link
        </button>
        {mode === 'live' && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => attempt(() => sendAgain(exchange.id))}
            >
              Send again
            </button>
            <button
              type="button"
              className="button"
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              Change and send again
            </button>
          </>
        )}
      </div>
      {editing && (
        <EditAndSendAgain
          exchange={exchange}
          onDone={() => setEditing(false)}
          isCovered={mask.covers}
        />
      )}
    </>
  );
}

async function copy(text: string, what: string): Promise<void> {
  const done = await attempt(() => navigator.clipboard.writeText(text));
  if (done) say(`${what} is in the clipboard.`);
}
