/**
 * Name-value pairs as a query or a form carries them, one field each: in their
 * order, as often as they occur. A field that nobody touched is written back
 * byte by byte as it came.
 *
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 */
export type Pair = {
  name: string;
  value: string;
  /** The pair as it was read; `undefined` for one that somebody added or changed. */
  raw?: string;
};

export function readPairs(text: string): Pair[] {
  if (text === '') return [];
  return text.split('&').map((raw) => {
    const [name, value] = [...new URLSearchParams(`&${raw}`)][0] ?? ['', ''];
    return { name, value, raw };
  });
}

export function writePairs(pairs: Pair[]): string {
  return pairs
    .map(({ name, value, raw }) => raw ?? new URLSearchParams([[name, value]]).toString())
    .join('&');
}

/** An address taken apart: the request target, or what a Location header names. */
export type Address = {
  base: string;
  query: Pair[];
  /** There is a question mark, though perhaps nothing behind it. */
  hasQuery: boolean;
  /** With its `#`. */
  fragment: string;
};

export function readAddress(target: string): Address {
  const hash = target.indexOf('#');
  const whole = hash < 0 ? target : target.slice(0, hash);
  const mark = whole.indexOf('?');
  return {
    base: mark < 0 ? whole : whole.slice(0, mark),
    query: mark < 0 ? [] : readPairs(whole.slice(mark + 1)),
    hasQuery: mark >= 0,
    fragment: hash < 0 ? '' : target.slice(hash),
  };
}

export function writeAddress({ base, query, hasQuery, fragment }: Address): string {
  const mark = query.length > 0 || hasQuery ? '?' : '';
  return base + mark + writePairs(query) + fragment;
}
