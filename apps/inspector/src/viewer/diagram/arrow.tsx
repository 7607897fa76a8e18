/**
 * One message between two lanes. Front and back channel differ in the line
 * (thick or double), request and answer in its head (filled or open): nobody
 * needs to tell colours apart.
 */
import type { Party } from '../../recording/exchange.ts';
import {
  ends,
  heldWhere,
  isPending,
  messageName,
  tampered,
  took,
  trouble,
  wireLine,
} from './describe-message.ts';
import type { MessageRow } from './flow-rows.ts';
import { isFrontChannel } from './parties.ts';
import { labelPlace, spanOf } from './place.ts';
import { textWidth } from './text-width.ts';

/** Pixels: what the fonts of the labels are, and the padding beside them. */
export type Type = { name: string; wire: string; padding: number };

/** Pixels between the middle of a lane and the end of an arrow: half a bar. */
const clear = 5;

type Props = { row: MessageRow; lanes: readonly Party[]; width: number; type: Type };

export function Arrow({ row, lanes, width, type }: Props) {
  const { sender, receiver } = ends(row);
  const span = spanOf(sender, receiver, lanes);
  const middle = ((span.left + span.width / 2) / 100) * width;
  const name = messageName(row).name;
  const wrong = trouble(row);
  const facts = factsOf(row);
  const held = heldWhere(row);

  const nameWidth = textWidth(name, type.name) + type.padding;
  const factsWidth = textWidth(facts.join(' · '), type.wire) + type.padding * 1.5;
  return (
    <>
      <span className="label" style={labelPlace(middle, nameWidth, width)}>
        {name}
      </span>
      <span
        className={`arrow ${isFrontChannel(row.exchange) ? 'front' : 'back'} ${row.side} to-${span.direction}`}
        data-held={row.held || undefined}
        style={{
          left: `calc(${span.left}% + ${clear}px)`,
          width: `calc(${span.width}% - ${2 * clear}px)`,
          color: `var(--${sender})`,
        }}
      />
      {held && <span className="stopped" style={{ left: middle }} />}
      <span className="facts" style={labelPlace(middle, factsWidth, width)}>
        {facts.map((fact, at) => (
          <span key={fact} className={classOf(fact, wrong, held)}>
            {at > 0 && ' · '}
            {fact === wrong && '✕ '}
            {fact}
          </span>
        ))}
      </span>
    </>
  );
}

/** What stands below the arrow, in this order. */
export function factsOf(row: MessageRow): string[] {
  const pending = isPending(row) ? 'no answer yet' : undefined;
  return [
    heldWhere(row),
    wireLine(row),
    took(row),
    trouble(row),
    tampered(row),
    pending,
  ].filter((fact) => fact !== undefined && fact !== '') as string[];
}

function classOf(fact: string, wrong?: string, held?: string): string | undefined {
  if (fact === wrong) return 'wrong';
  return fact === held ? 'held-where' : undefined;
}
