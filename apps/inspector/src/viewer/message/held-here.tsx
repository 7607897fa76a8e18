/** This very message is held in the wire: look at it, change it, let it go. */
import { useState } from 'react';
import { inSentence } from '../../explain/party-names.ts';
import { api } from '../api.ts';
import { EditHeldRequest, EditHeldResponse } from '../controls/edit-message.tsx';
import { ends } from '../diagram/describe-message.ts';
import { attempt } from '../notice.tsx';
import { useOpened } from './opened.ts';
import { useMask } from './use-mask.ts';

export function HeldHere() {
  const { exchange, side } = useOpened();
  const [editing, setEditing] = useState(false);
  const mask = useMask();
  const { id } = exchange;
  const { receiver } = ends({ exchange, side });
  const Edit = side === 'request' ? EditHeldRequest : EditHeldResponse;
  const release = side === 'request' ? api.releaseRequest : api.releaseResponse;
  return (
    <section className="held-here" aria-label="Held in the wire">
      <p>Held before it reaches {inSentence(receiver)}. Nothing grows old meanwhile.</p>
      {editing ? (
        <Edit
          exchange={exchange}
          onDone={() => setEditing(false)}
          isCovered={mask.covers}
        />
      ) : (
        <p className="actions">
          <button
            type="button"
            className="button main"
            onClick={() => attempt(() => release(id))}
          >
            Send it on as it is
          </button>
          <button type="button" className="button" onClick={() => setEditing(true)}>
            Change it
          </button>
          <button
            type="button"
            className="button"
            onClick={() => attempt(() => api.drop(id, side))}
          >
            Drop it
          </button>
        </p>
      )}
    </section>
  );
}
