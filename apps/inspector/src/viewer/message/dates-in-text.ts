/** Ten digits that begin with 15 to 29: the seconds since the epoch of a date from 2017 on. */
const numericDate = /(?<!\d)(?:1[5-9]|2\d)\d{8}(?!\d)/g;

const format = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/**
 * `at most 1795381314 (22 Nov 2026, 21:01:54)`: what a NumericDate says, behind it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-2
 */
export function withDates(text: string): string {
  return text.replace(
    numericDate,
    (seconds) => `${seconds} (${format.format(Number(seconds) * 1000)})`,
  );
}
