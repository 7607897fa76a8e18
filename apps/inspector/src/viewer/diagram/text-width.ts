/** How wide a line of text is, so that a label can keep clear of the edge. */
const context = document.createElement('canvas').getContext('2d');
const known = new Map<string, number>();

/** @param font as in CSS: `600 14px system-ui` @returns pixels */
export function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (context) context.font = font;
  const width = context?.measureText(text).width ?? text.length * 8;
  known.set(key, width);
  return width;
}
