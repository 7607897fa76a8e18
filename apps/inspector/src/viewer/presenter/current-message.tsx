/** At the foot of the presenter view: the message that is talked about. */
import { partyNames } from '../../explain/party-names.ts';
import {
  ends,
  heldWhere,
  messageName,
  trouble,
  wireLine,
} from '../diagram/describe-message.ts';
import { messageKey, rowsOfFlow } from '../diagram/flow-rows.ts';
import { isFrontChannel, unseenSentence } from '../diagram/parties.ts';
import { openMessage, useSelection } from '../selection.ts';
import { useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { currentMessage } from './current.ts';

export function CurrentMessage() {
  const recording = useRecording();
  const { settings, change } = useSettings();
  const selection = useSelection();
  const current = currentMessage(recording, selection);
  const flow = recording.exchanges.filter((one) => one.flow === current?.exchange.flow);
  const key = current && messageKey(current.exchange.id, current.side);
  const row = rowsOfFlow(flow, recording.state.held).find((one) => one.key === key);
  if (!row) return null;

  const { sender, receiver } = ends(row);
  const { name, says, spec } = messageName(row);
  const wrong = trouble(row);
  const front = isFrontChannel(row.exchange);
  return (
    <section className="current" aria-label="The current message">
      <p className="current-route">
        <span style={{ color: `var(--${sender})` }}>{partyNames[sender].name}</span>
        {' → '}
        <span style={{ color: `var(--${receiver})` }}>{partyNames[receiver].name}</span>
        {front ? ', front channel' : ', back channel'}
      </p>
      {settings.lens && !front ? (
        <p className="current-name">{unseenSentence}</p>
      ) : (
        <>
          <p className="current-name">
            {row.number}. {name}
          </p>
          <p className="current-says">{says}</p>
          <p className="current-facts">
            {[heldWhere(row), wireLine(row), spec].filter(Boolean).join(' · ')}
            {wrong && <span className="wrong"> ✕ {wrong}</span>}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              openMessage(row.exchange.id, row.side);
              change({ details: true });
            }}
          >
            All of it
          </button>
        </>
      )}
    </section>
  );
}
