/** Everything that the diagram shows, as a table: for screen readers, and for who prefers one. */
import { useState } from 'react';
import { partyNames } from '../../explain/party-names.ts';
import type { Flow } from '../../recording/exchange.ts';
import {
  ends,
  heldWhere,
  isPending,
  messageName,
  took,
  trouble,
  wireLine,
} from '../diagram/describe-message.ts';
import type { MessageRow } from '../diagram/flow-rows.ts';
import { isFrontChannel, unseenSentence } from '../diagram/parties.ts';
import { openMessage } from '../selection.ts';
import { useSettings } from '../settings.tsx';
import { Pages } from './pages.tsx';

type Props = {
  messages: readonly MessageRow[];
  flows: readonly Flow[];
  opened: string | undefined;
  /** The keys of the messages that carry the value that is followed. */
  carriers: ReadonlySet<string>;
};

const perPage = 100;

export function MessageTable({ messages, flows, opened, carriers }: Props) {
  const [page, setPage] = useState<number>();
  const last = Math.max(0, Math.ceil(messages.length / perPage) - 1);
  // Nobody chose a page: the newest messages.
  const current = Math.min(page ?? last, last);
  const shown = messages.slice(current * perPage, (current + 1) * perPage);
  const nameOf = (id: number) => flows.find((flow) => flow.id === id)?.name ?? '';
  return (
    <div className="table-scroller" id="messages" tabIndex={-1}>
      <table className="messages">
        <caption className="unseen">The messages between the roles</caption>
        <thead>
          <tr>
            {[
              'Number',
              'Flow',
              'From',
              'To',
              'Message',
              'Status',
              'Duration',
              'Channel',
            ].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TableRow
              key={row.key}
              row={row}
              flow={nameOf(row.exchange.flow)}
              opened={row.key === opened}
              carries={carriers.has(row.key)}
            />
          ))}
        </tbody>
      </table>
      {last > 0 && <Pages current={current} last={last} go={setPage} />}
    </div>
  );
}

type RowProps = { row: MessageRow; flow: string; opened: boolean; carries: boolean };

function TableRow({ row, flow, opened, carries }: RowProps) {
  const { lens } = useSettings().settings;
  const { sender, receiver } = ends(row);
  const front = isFrontChannel(row.exchange);
  const unseen = lens && !front;
  const wrong = trouble(row);
  const waiting = isPending(row) ? 'no answer yet' : heldWhere(row);
  return (
    <tr data-opened={opened || undefined} data-carries={carries || undefined}>
      <td data-label="Number">{row.number ?? ''}</td>
      <td data-label="Flow">{flow}</td>
      <td data-label="From" style={{ color: `var(--${sender})` }}>
        {partyNames[sender].name}
      </td>
      <td data-label="To" style={{ color: `var(--${receiver})` }}>
        {partyNames[receiver].name}
      </td>
      <td data-label="Message">
        {unseen ? (
          unseenSentence
        ) : (
          <button
            type="button"
            className="link"
            aria-current={opened || undefined}
            onClick={() => openMessage(row.exchange.id, row.side)}
          >
            {messageName(row).name}
          </button>
        )}
      </td>
      <td data-label="Status">
        {!unseen &&
          [row.side === 'response' && wireLine(row), waiting].filter(Boolean).join(', ')}
        {!unseen && wrong && <span className="wrong"> ✕ {wrong}</span>}
      </td>
      <td data-label="Duration">{!unseen && took(row)}</td>
      <td data-label="Channel">{front ? 'front' : 'back'}</td>
    </tr>
  );
}
