/**
 * The newest message stays in view, unless somebody went away from it to look
 * at something else: then what came in the meantime is counted.
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
  const follows = useRef(atFirst);
  const touchedAt = useRef(0);
  const countBefore = useRef(messages.length);
  const [missed, setMissed] = useState(0);
  const key = newest?.key;
  const at = rows.findIndex((row) => row.key === key);

  const follow = (on: boolean) => {
    follows.current = on;
    if (on) setMissed(0);
  };

  // Only when something new came.
  useEffect(() => {
    const more = messages.length - countBefore.current;
    countBefore.current = messages.length;
    if (at < 0) return;
    if (follows.current) list.scrollToIndex(at, { align: 'auto' });
    else if (more > 0) setMissed((before) => before + more);
  }, [key, messages.length, rows.length]);

  const touched = () => {
    touchedAt.current = performance.now();
  };
  return {
    missed,
    newestAt: at,
    follow,
    follows,
    /** For the element that scrolls. */
    handlers: {
      onWheel: touched,
      onTouchMove: touched,
      onPointerDown: touched,
      onScroll() {
        const byHand = performance.now() - touchedAt.current < scrollingAfter;
        if (isInView(list, at)) follow(true);
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
