import { type RefObject, useEffect, useRef } from 'react';

/** Whenever an element has more room, or less. */
export function useResized(element: RefObject<Element | null>, react: () => void): void {
  const now = useRef(react);
  now.current = react;
  useEffect(() => {
    const observer = new ResizeObserver(() => now.current());
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
}
