/** The bar above the messages of a flow. */
import type { FlowRow } from './rows.ts';

const kinds: Record<FlowRow['flow']['kind'], string> = {
  'sign-in': 'sign-in',
  visit: 'visit',
  worker: 'worker',
  other: 'other',
};

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export function FlowRowContent({ row }: { row: FlowRow }) {
  const { flow, began, count, folded } = row;
  return (
    <>
      <span className="fold" data-folded={folded || undefined} />
      <span className="flow-name">{flow.name}</span>
      <span className="flow-kind">{kinds[flow.kind]}</span>
      <span className="flow-facts">
        {time.format(began)} · {count} {count === 1 ? 'message' : 'messages'}
      </span>
    </>
  );
}
