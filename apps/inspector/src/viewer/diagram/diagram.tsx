/**
 * Every message on its lane. Only the rows in view are in the document. For
 * assistive technology it is a tree of flows and their messages, and one stop
 * for the tab key: see shortcuts.ts for how the cursor moves in it.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Party } from '../../recording/exchange.ts';
import { useSettings } from '../settings.tsx';
import { FlowRowContent } from './flow-row.tsx';
import { LaneHeads } from './lane-heads.tsx';
import { type Drawing, MessageRowContent } from './message-row.tsx';
import { RowFrame } from './row-frame.tsx';
import type { Row, Rows } from './rows.ts';
import { sizesOf } from './sizes.ts';
import { useFollowNewest } from './use-follow-newest.ts';
import { useResized } from './use-resized.ts';
import { useWidth } from './use-width.ts';

type Props = {
  made: Rows;
  /** What `made` was filtered by. */
  filter: object;
  /** More will come: the newest stays in view. */
  grows: boolean;
  lanes: readonly Party[];
  /** The key of the row that the keyboard is at. */
  cursor: string | undefined;
  /** The key of the message that is open. */
  opened: string | undefined;
  /** The keys of the messages that carry the value that is followed. */
  carriers: ReadonlySet<string>;
  choose(row: Row): void;
};

export function Diagram(props: Props) {
  const { made, filter, grows, lanes, cursor, opened, carriers, choose } = props;
  const { rows } = made;
  const { settings } = useSettings();
  const [width, measured] = useWidth();
  const sizes = sizesOf(width, settings.presenter);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.type === 'flow' ? sizes.flow : sizes.message),
    getItemKey: (at) => rows[at]!.key,
    overscan: 6,
    // The last one stands clear of the edge.
    paddingEnd: 24,
    scrollPaddingEnd: 24,
  });
  const { missed, newestAt, follow, follows, handlers } = useFollowNewest(
    list,
    made,
    grows,
  );
  const cursorAt = rows.findIndex(({ key }) => key === cursor);
  const goTo = (at: number) => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  };

  // The rows have other heights.
  useEffect(() => {
    list.measure();
    goTo(follows ? newestAt : cursorAt);
  }, [sizes, list]);
  // Something is held, which is said above; or the window has changed.
  useResized(scroller, () => goTo(follows ? newestAt : cursorAt));
  // Who has found a message wants to see what stands around it.
  useEffect(() => goTo(cursorAt), [filter]);
  // The cursor has moved; not when rows are added.
  useEffect(() => {
    if (cursorAt < 0) return;
    follow(cursorAt === newestAt);
    goTo(cursorAt);
  }, [cursor, opened]);

  const drawing: Drawing = useMemo(
    () => ({
      lanes,
      width: width - sizes.margin,
      type: sizes.type,
      list: sizes.list,
      lens: settings.lens,
    }),
    [lanes, width, sizes, settings.lens],
  );
  const items = list.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === cursorAt);
  const laneWidth = `${100 / lanes.length}%`;
  return (
    <div
      className="diagram"
      data-list={sizes.list || undefined}
      ref={(element) => element?.style.setProperty('--lane', laneWidth)}
    >
      {!sizes.list && <LaneHeads lanes={lanes} />}
      <div
        ref={scroller}
        id="messages"
        className="scroller"
        role="tree"
        aria-label="Messages, by flow"
        aria-activedescendant={isDrawn ? `row-${cursor}` : undefined}
        tabIndex={0}
        {...handlers}
      >
        <div ref={measured} className="rows" style={{ height: list.getTotalSize() }}>
          {items.map(({ index, key, start, size }) => {
            const row = rows[index]!;
            return (
              <RowFrame
                key={key}
                row={row}
                style={{ transform: `translateY(${start}px)`, height: size }}
                lens={settings.lens}
                cursor={row.key === cursor}
                opened={row.key === opened}
                carries={carriers.has(row.key)}
                choose={choose}
              >
                {row.type === 'flow' ? (
                  <FlowRowContent row={row} />
                ) : (
                  <MessageRowContent
                    row={row}
                    above={rows[index - 1]}
                    drawing={drawing}
                  />
                )}
              </RowFrame>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="nothing">No message is like that.</p>}
      {missed > 0 && (
        <button
          type="button"
          className="button main missed"
          onClick={() => {
            follow(true);
            goTo(newestAt);
          }}
        >
          {missed === 1 ? '1 new message' : `${missed} new messages`} ↓
        </button>
      )}
    </div>
  );
}
