/**
 * `name=value`, as in a Cookie header, with the blanks around both left out.
 * Without a pattern: one that looks for the end of blanks takes long where a
 * hostile header is full of them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.2
 */
export function nameAndValue(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  if (equals < 0) return { name: pair.trim(), value: '' };
  return { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
}
