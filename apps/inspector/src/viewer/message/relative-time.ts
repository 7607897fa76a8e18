/** A moment as somebody would say it at another one: `in 9 min 58 s`, `2 min ago`. */
import { duration } from '../duration.ts';

/** @param then and `now`, in milliseconds since the epoch */
export function relativeTime(then: number, now: number): string {
  const between = then - now;
  if (Math.abs(between) < 1000) return 'at this moment';
  return between > 0 ? `in ${duration(between)}` : `${duration(-between)} ago`;
}
