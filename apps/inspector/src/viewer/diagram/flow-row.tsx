/** The bar above the messages of a flow. */
import { clockTime } from '../clock-time.ts';
import type { FlowRow } from './rows.ts';

export function FlowRowContent({ row }: { row: FlowRow }) {
  const { flow, began, count, took, folded } = row;
  return (
    <>
      <span className="fold" data-folded={folded || undefined} />
      <span className="flow-name">{flow.name}</span>
      <span className="flow-kind">{flow.kind}</span>
      <span className="flow-facts">
        <span className="flow-extent">
          {clockTime(began)} · {count} {count === 1 ? 'message' : 'messages'}
          {took && ' · '}
        </span>
        {took && <span>{took}</span>}
      </span>
    </>
  );
}
