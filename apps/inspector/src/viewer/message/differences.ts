/**
 * Where two texts differ: what they have in common at both ends, and what is
 * between. Of two that have little in common, all differs, and no mark helps.
 */
export type Piece = { text: string; differs: boolean };

export function differences(expected: string, received: string): [Piece[], Piece[]] {
  const shorter = Math.min(expected.length, received.length);
  let start = 0;
  while (start < shorter && expected[start] === received[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    expected[expected.length - 1 - end] === received[received.length - 1 - end]
  ) {
    end += 1;
  }
  if (start + end < shorter / 2) return [whole(expected), whole(received)];
  return [pieces(expected, start, end), pieces(received, start, end)];
}

function whole(text: string): Piece[] {
  return text === '' ? [] : [{ text, differs: false }];
}

function pieces(text: string, start: number, end: number): Piece[] {
  const middle = text.length - end;
  return [
    { text: text.slice(0, start), differs: false },
    { text: text.slice(start, middle), differs: true },
    { text: text.slice(middle), differs: false },
  ].filter((piece) => piece.text !== '');
}
