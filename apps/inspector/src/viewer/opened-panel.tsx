/** The frame around the message that is open. */
import type { Exchange, Side } from '../recording/exchange.ts';
import { isFrontChannel, unseenSentence } from './diagram/parties.ts';
import { OpenedMessage } from './message/opened-message.tsx';
import { closeMessage } from './selection.ts';
import { useFollowed, useSettings } from './settings.tsx';

type Props = { exchange: Exchange; side: Side };

export function OpenedPanel({ exchange, side }: Props) {
  const { settings, change } = useSettings();
  const { follow } = useFollowed();
  const unseen = settings.lens && !isFrontChannel(exchange);
  /** The keyboard goes on where it was: in the diagram. */
  const close = () => {
    change({ details: false });
    follow(undefined);
    closeMessage();
    document.getElementById('messages')?.focus();
  };
  return (
    <aside className="opened" aria-label="The message that is open">
      <button type="button" className="button quiet close" onClick={close}>
        <span className="unseen">Close the message</span>
        <span aria-hidden="true">✕</span>
      </button>
      {unseen ? (
        <p className="opened-blank">{unseenSentence}</p>
      ) : (
        <OpenedMessage exchange={exchange} side={side} />
      )}
    </aside>
  );
}
