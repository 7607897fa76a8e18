/** What every row of the diagram is for mouse, keyboard and screen reader. */
import type { CSSProperties, ReactNode } from 'react';
import { spoken, trouble } from './describe-message.ts';
import { isFrontChannel, unseenSentence } from './parties.ts';
import type { Row } from './rows.ts';

type Props = {
  row: Row;
  style: CSSProperties;
  lens: boolean;
  cursor: boolean;
  opened: boolean;
  carries: boolean;
  choose(row: Row): void;
  children: ReactNode;
};

export function RowFrame(props: Props) {
  const { row, style, cursor, opened, carries, choose, children } = props;
  const isFlow = row.type === 'flow';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys, see shortcuts.ts
    <div
      id={`row-${row.key}`}
      role="treeitem"
      className={`row ${row.type}`}
      style={style}
      tabIndex={-1}
      aria-level={isFlow ? 1 : 2}
      aria-selected={cursor}
      aria-expanded={isFlow ? !row.folded : undefined}
      data-cursor={cursor || undefined}
      data-opened={opened || undefined}
      data-carries={carries || undefined}
      data-wrong={isWrong(props) || undefined}
      data-noise={(!isFlow && row.exchange.noise) || undefined}
      onClick={() => choose(row)}
    >
      <span className="unseen">{nameOf(props)}</span>
      <span className="row-content" aria-hidden="true">
        {children}
      </span>
    </div>
  );
}

function nameOf({ row, lens, carries }: Props): string {
  if (row.type === 'flow') {
    const { flow, count, took } = row;
    return [flow.name, `${count} messages`, took].filter(Boolean).join(', ');
  }
  if (lens && !isFrontChannel(row.exchange)) return `${row.number}: ${unseenSentence}`;
  return spoken(row) + (carries ? ', carries the value that is followed' : '');
}

function isWrong({ row, lens }: Props): boolean {
  if (row.type === 'flow' || (lens && !isFrontChannel(row.exchange))) return false;
  return trouble(row) !== undefined;
}
