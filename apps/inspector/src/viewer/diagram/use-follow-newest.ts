/**
 * The newest message stays in view, unless somebody went away from it to look
 * at something else: then what came in the meantime is counted. While a message
 * is held, that one stays in view, whatever passes meanwhile.
 */
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Rows } from './rows.ts';

type List = Virtualizer<HTMLDivElement, Element>;

/** Milliseconds in which the list scrolls after somebody asked it to. */
const scrollingAfter = 1000;

/** @param atFirst does it begin at the newest? */
export function useFollowNewest(list: List, made: Rows, atFirst: boolean) {
  const { rows, messages, newest } = made;
  const touchedAt = useRef(0);
  /** While it does not follow: until when everything has been seen. */
  const [seenUntil, setSeenUntil] = useState(atFirst ? undefined : Infinity);
  const follows = seenUntil === undefined;
  const missed = follows ? 0 : messages.filter((row) => row.at > seenUntil).length;
  const newestAt = rows.findIndex(({ key }) => key === newest?.key);
  const isHeld = messages.some((row) => row.held);

  const follow = (on: boolean) => {
    if (on !== follows) setSeenUntil(on ? undefined : (newest?.at ?? 0));
  };

  // Only when something new came: who unfolds a flow wants to read it from its beginning.
  const before = useRef<{ key?: string | undefined; at: number }>({ at: newestAt });
  useEffect(() => {
    const { key, at } = before.current;
    before.current = { key: newest?.key, at: newestAt };
    const isUnfolded = at < 0 && key === newest?.key;
    if (!follows || isHeld || newestAt < 0 || isUnfolded) return;
    list.scrollToIndex(newestAt, { align: 'auto' });
  }, [newest?.key, newestAt]);

  const touched = () => {
    touchedAt.current = performance.now();
  };
  return {
    missed,
    newestAt,
    follow,
    follows: follows && !isHeld,
    /** For the element that scrolls. */
    handlers: {
      onWheel: touched,
      onTouchMove: touched,
      onPointerDown: touched,
      onScroll() {
        const byHand = performance.now() - touchedAt.current < scrollingAfter;
        if (isInView(list, newestAt)) follow(true);
        else if (byHand) follow(false);
      },
    },
  };
}

function isInView(list: List, at: number): boolean {
  const row = list.measurementsCache[at];
  if (!row) return true;
  const top = list.scrollOffset ?? 0;
  return row.start < top + (list.scrollRect?.height ?? 0) && row.end > top;
}
