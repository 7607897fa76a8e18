/**
 * The time of day as every part of the viewer writes it: `21:05:09`.
 *
 * @param time milliseconds since the epoch; of what is no time, `Invalid Date`
 */
export function clockTime(time: number): string {
  return new Date(time).toLocaleTimeString(undefined, { hour12: false });
}
