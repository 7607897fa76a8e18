/** The machine's clock, for what counts seconds on the page. */
import { useEffect, useState } from 'react';

/** @returns milliseconds since the epoch, anew each second */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
