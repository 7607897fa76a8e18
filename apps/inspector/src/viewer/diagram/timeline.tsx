/** The messages: filtered, folded, as a diagram or as a table, with a cursor that moves. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { closeMessage, isOfRun, openMessage, useSelection } from '../selection.ts';
import { useFollowed, useSettings } from '../settings.tsx';
import { useRecording } from '../store.ts';
import { MessageTable } from '../table/message-table.tsx';
import { Announcer } from './announcer.tsx';
import { carriersOf } from './carriers.ts';
import { Diagram } from './diagram.tsx';
import { messageKey } from './flow-rows.ts';
import { lanesOf } from './parties.ts';
import { createRowMaker, type Row } from './rows.ts';
import { useShortcuts } from './shortcuts.ts';

/** Rows that page up and page down skip. */
const page = 10;

export function Timeline() {
  const { mode, exchanges, byId, state } = useRecording();
  const { settings, change } = useSettings();
  const { followed, follow } = useFollowed();
  const selection = useSelection();
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [cursor, setCursor] = useState<string>();
  const [makeRows] = useState(createRowMaker);

  const wanted = useDeferredValue(settings.filter);
  const { flows, held } = state;
  const noise = settings.showNoise;
  const made = useMemo(
    () => makeRows({ exchanges, flows, held }, { ...wanted, noise }, folded),
    [makeRows, exchanges, flows, held, wanted, noise, folded],
  );
  const lanes = useMemo(() => lanesOf(exchanges), [exchanges]);
  const carriers = useMemo(() => carriersOf(byId, followed), [byId, followed]);

  const opened =
    selection && isOfRun(selection, state.run)
      ? messageKey(selection.message, selection.side)
      : undefined;
  useEffect(() => {
    if (opened) setCursor(opened);
  }, [opened]);

  const { rows } = made;
  const here = rows.findIndex(({ key }) => key === cursor);

  const toggle = (flow: number) =>
    setFolded((before) => before.symmetricDifference(new Set([flow])));
  const choose = (row: Row) => {
    setCursor(row.key);
    if (row.type === 'flow') toggle(row.flow.id);
    else openMessage(row.exchange.id, row.side);
    // On a wall, the second time shows all of it.
    if (row.key === opened) change({ details: true });
  };
  const close = () => {
    change({ details: false });
    follow(undefined);
    closeMessage();
  };
  const moveTo = (at: number) => {
    const row = rows[Math.max(0, Math.min(at, rows.length - 1))];
    if (!row) return;
    setCursor(row.key);
    if (opened && row.type === 'message') openMessage(row.exchange.id, row.side);
  };
  const fold = () => {
    const row = rows[here];
    if (!row) return;
    const flow = row.type === 'flow' ? row.flow.id : row.exchange.flow;
    setCursor(`flow-${flow}`);
    toggle(flow);
  };
  const onFlow = rows[here]?.type === 'flow' ? rows[here] : undefined;

  useShortcuts({
    ArrowDown: () => moveTo(here + 1),
    j: () => moveTo(here + 1),
    ArrowUp: () => moveTo(here < 0 ? rows.length - 1 : here - 1),
    k: () => moveTo(here < 0 ? rows.length - 1 : here - 1),
    PageDown: () => moveTo(here + page),
    PageUp: () => moveTo(here - page),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
    ArrowLeft: onFlow && !onFlow.folded ? fold : undefined,
    ArrowRight: onFlow?.folded ? fold : undefined,
    Enter: rows[here] && (() => choose(rows[here]!)),
    Escape: opened === undefined ? undefined : close,
    f: fold,
  });

  return (
    <section className="timeline" aria-label="Messages">
      {settings.table ? (
        <MessageTable {...{ messages: made.messages, flows, opened, carriers }} />
      ) : (
        <Diagram
          key={mode}
          grows={mode === 'live'}
          filter={wanted}
          {...{ made, lanes, cursor, opened, carriers, choose }}
        />
      )}
      <Announcer messages={made.messages} newest={made.newest} />
    </section>
  );
}
