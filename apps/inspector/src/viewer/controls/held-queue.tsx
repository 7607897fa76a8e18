/** What is held in the wire, the oldest first. Nothing grows old meanwhile. */
import { useEffect, useRef } from 'react';
import { inSentence } from '../../explain/party-names.ts';
import type { ControlState, Exchange, Held } from '../../recording/exchange.ts';
import { api } from '../api.ts';
import { messageName } from '../diagram/describe-message.ts';
import { messageNumber } from '../diagram/message-number.ts';
import { duration } from '../duration.ts';
import { attempt } from '../notice.tsx';
import { openMessage } from '../selection.ts';
import { useRecording } from '../store.ts';
import { useNow } from './use-now.ts';

type Props = {
  held: Held[];
  byId: ReadonlyMap<number, Exchange>;
  clock: ControlState['clock'];
};

export function HeldQueue({ held, byId, clock }: Props) {
  useOpenOldest(held[0]);
  if (held.length === 0) return null;
  return (
    <div className="held-queue">
      <p role="status">
        {clock.standsAt !== undefined && 'The clocks of all roles stand still. '}
        {held.length === 1 ? 'One message is' : `${held.length} messages are`} held in the
        wire.
      </p>
      <ol>
        {held.map(({ exchange, side }) => {
          const found = byId.get(exchange);
          const key = `${exchange} ${side}`;
          return found && <HeldMessage key={key} exchange={found} side={side} />;
        })}
      </ol>
    </div>
  );
}

function HeldMessage({ exchange, side }: { exchange: Exchange; side: Held['side'] }) {
  const { exchanges } = useRecording();
  const now = useNow();
  const seen = useRef(now).current;
  // A request is held as soon as it has come; when an answer came is not known.
  const since = side === 'request' ? exchange.startedAt : seen;
  const { name } = messageName({ exchange, side });
  const where =
    side === 'request'
      ? `before it reaches ${inSentence(exchange.to)}`
      : `on its way back to ${inSentence(exchange.from)}`;
  return (
    <li>
      <button
        type="button"
        className="button quiet"
        onClick={() => openMessage(exchange.id, side)}
      >
        {messageNumber(exchanges, exchange, side)} {name}
      </button>{' '}
      {where}, for {duration(Math.max(1000, now - since))}{' '}
      <button
        type="button"
        className="button"
        onClick={() => attempt(() => api.drop(exchange.id, side))}
      >
        Drop it<span className="unseen">: {name}</span>
      </button>
    </li>
  );
}

/** What will go next is what is looked at. */
function useOpenOldest(oldest: Held | undefined): void {
  const { exchange, side } = oldest ?? {};
  useEffect(() => {
    if (exchange !== undefined && side) openMessage(exchange, side);
  }, [exchange, side]);
}
