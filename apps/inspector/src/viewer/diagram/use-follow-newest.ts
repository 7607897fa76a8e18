/**
 * The newest message stays in view, unless somebody scrolled away from it to
 * look at something else: then what came in the meantime is counted.
 */
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Rows } from './rows.ts';

type List = Virtualizer<HTMLDivElement, Element>;

export function useFollowNewest(list: List, { rows, messages, newest }: Rows) {
  const follows = useRef(true);
  const countBefore = useRef(messages.length);
  const [missed, setMissed] = useState(0);
  const key = newest?.key;
  const at = rows.findIndex((row) => row.key === key);

  // Only when something new came.
  useEffect(() => {
    const more = messages.length - countBefore.current;
    countBefore.current = messages.length;
    if (at < 0) return;
    if (follows.current) list.scrollToIndex(at, { align: 'auto' });
    else if (more > 0) setMissed((before) => before + more);
  }, [key, messages.length]);

  return {
    missed,
    /** To be called when the list was scrolled. */
    scrolled() {
      follows.current = isInView(list, at);
      if (follows.current) setMissed(0);
    },
    toNewest() {
      follows.current = true;
      setMissed(0);
      if (at >= 0) list.scrollToIndex(at, { align: 'end' });
    },
  };
}

function isInView(list: List, at: number): boolean {
  const row = list.measurementsCache[at];
  if (!row) return true;
  const top = list.scrollOffset ?? 0;
  return row.start < top + (list.scrollRect?.height ?? 0) && row.end > top;
}
