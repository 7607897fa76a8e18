/** What this message is, in a few lines: read from the back row. */
import { nameMessage } from '../../explain/name-message.ts';
import { partyNames } from '../../explain/party-names.ts';
import { ends, took } from '../diagram/describe-message.ts';
import { messageNumber } from '../diagram/message-number.ts';
import { isFrontChannel } from '../diagram/parties.ts';
import { duration } from '../duration.ts';
import { useRecording } from '../store.ts';
import { useOpened } from './opened.ts';
import { SectionLink } from './section-link.tsx';

export function MessageHeading({ id }: { id: string }) {
  const { exchange, side } = useOpened();
  const { exchanges } = useRecording();
  const name = nameMessage(exchange)[side];
  const number = messageNumber(exchanges, exchange, side);
  return (
    <header className="message-heading">
      <h2 id={id} tabIndex={-1}>
        {number !== undefined && <span className="number">{number}</span>}{' '}
        {name?.name ?? 'no answer yet'}
      </h2>
      <Route />
      {name && (
        <p>
          {name.says} {name.spec && <SectionLink spec={name.spec} />}
        </p>
      )}
      <Facts />
    </header>
  );
}

function Route() {
  const { exchange, side } = useOpened();
  const { sender, receiver } = ends({ exchange, side });
  return (
    <p className="route">
      <strong style={{ color: `var(--${sender})` }}>{partyNames[sender].name}</strong>{' '}
      <span aria-hidden="true">→</span>
      <span className="unseen">to</span>{' '}
      <strong style={{ color: `var(--${receiver})` }}>{partyNames[receiver].name}</strong>
      {isFrontChannel(exchange)
        ? ', front channel: the browser carries it'
        : ', back channel: from server to server'}
    </p>
  );
}

function Facts() {
  const { exchange } = useOpened();
  const { response, failure, heldFor, sentAgain } = exchange;
  const facts = [
    response && `${response.status} ${response.reason}`.trim(),
    took({ exchange, side: 'response' }),
    heldFor > 0 && `held for ${duration(heldFor)}`,
    (exchange.requestBefore || exchange.responseBefore) && 'changed in the wire',
    sentAgain !== undefined && 'sent again from the inspector',
    exchange.agent,
    failure,
  ].filter(Boolean);
  return facts.length > 0 ? <p className="soft">{facts.join(' · ')}</p> : null;
}
