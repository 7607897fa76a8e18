/** The bar above the messages of a flow. */
import type { FlowRow } from './rows.ts';

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export function FlowRowContent({ row }: { row: FlowRow }) {
  const { flow, began, count, folded } = row;
  return (
    <>
      <span className="fold" data-folded={folded || undefined} />
      <span className="flow-name">{flow.name}</span>
      <span className="flow-kind">{flow.kind}</span>
      <span className="flow-facts">
        {time.format(began)} · {count} {count === 1 ? 'message' : 'messages'}
      </span>
    </>
  );
}
