import { clock } from '../config.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/**
 * @param props.at a point in time, as ISO 8601 or in milliseconds
 * @param props.long with the day of the week and the year
 */
export function When({ at, long = false }: { at: string | number; long?: boolean }) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const today = day.format(date) === day.format(clock.now());
  const short = today ? time.format(date) : day.format(date);
  return <time dateTime={date.toISOString()}>{long ? full.format(date) : short}</time>;
}
