/** A row of the diagram: number and channel in the margin, the arrow between the lanes. */
import { partyNames } from '../../explain/party-names.ts';
import type { Party } from '../../recording/exchange.ts';
import { Arrow, factsOf, type Type } from './arrow.tsx';
import { ends, messageName, trouble } from './describe-message.ts';
import type { MessageRow } from './flow-rows.ts';
import { isFrontChannel, unseenSentence } from './parties.ts';
import { middleOf } from './place.ts';
import type { Row } from './rows.ts';

export type Drawing = {
  lanes: readonly Party[];
  /** Pixels, of all lanes together. */
  width: number;
  type: Type;
  /** Too narrow for lanes: each message is a few lines of text. */
  list: boolean;
  lens: boolean;
};

type Props = { row: MessageRow; above: Row | undefined; drawing: Drawing };

export function MessageRowContent({ row, above, drawing }: Props) {
  const front = isFrontChannel(row.exchange);
  const unseen = drawing.lens && !front;
  return (
    <>
      <span className="margin">
        <span className="number">{row.number ?? '·'}</span>
        <span className={`channel ${front ? 'front' : 'back'}`}>
          {front ? 'front' : 'back'}
        </span>
      </span>
      {unseen && (
        <Unseen isFirst={above?.type !== 'message' || isFrontChannel(above.exchange)} />
      )}
      {!unseen && drawing.list && <InWords row={row} />}
      {!unseen && !drawing.list && (
        <span className="lanes">
          <Busy row={row} lanes={drawing.lanes} />
          <Arrow row={row} {...drawing} />
        </span>
      )}
    </>
  );
}

/** Of several, one above the other, the first says it. */
function Unseen({ isFirst }: { isFirst: boolean }) {
  return (
    <span className="blank">
      {isFirst && <span className="blank-text">{unseenSentence}</span>}
    </span>
  );
}

/** A role is busy from the request that it got until it has answered. */
function Busy({ row, lanes }: { row: MessageRow; lanes: readonly Party[] }) {
  return lanes.map((party) => {
    const [above, below] = [row.busyBefore, row.busyAfter].map((busy) =>
      busy.includes(party),
    );
    if (!above && !below) return null;
    return (
      <span
        key={party}
        className="busy"
        data-above={above || undefined}
        data-below={below || undefined}
        style={{ left: `${middleOf(party, lanes)}%`, color: `var(--${party})` }}
      />
    );
  });
}

function InWords({ row }: { row: MessageRow }) {
  const { sender, receiver } = ends(row);
  const wrong = trouble(row);
  return (
    <span className="in-words">
      <span className="label">{messageName(row).name}</span>
      <span className="route">
        <span style={{ color: `var(--${sender})` }}>{partyNames[sender].name}</span>
        {' → '}
        <span style={{ color: `var(--${receiver})` }}>{partyNames[receiver].name}</span>
      </span>
      <span className="facts">
        {factsOf(row)
          .filter((fact) => fact !== wrong)
          .join(' · ')}
        {wrong && <span className="wrong"> ✕ {wrong}</span>}
      </span>
    </span>
  );
}
