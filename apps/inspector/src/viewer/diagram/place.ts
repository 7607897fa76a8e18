/** Where an arrow and its labels stand among the lanes. Pure. */
import type { Party } from '../../recording/exchange.ts';

/** Percent of the width, from the left. */
export function middleOf(party: Party, lanes: readonly Party[]): number {
  return ((Math.max(0, lanes.indexOf(party)) + 0.5) / lanes.length) * 100;
}

export type Span = { left: number; width: number; direction: 'right' | 'left' };

/** In percent of the width. A message of a role to itself gets a short arrow beside its lane. */
export function spanOf(sender: Party, receiver: Party, lanes: readonly Party[]): Span {
  const [from, to] = [middleOf(sender, lanes), middleOf(receiver, lanes)];
  if (from === to) return { left: from, width: 50 / lanes.length, direction: 'left' };
  const direction = from < to ? 'right' : 'left';
  return { left: Math.min(from, to), width: Math.abs(from - to), direction };
}

/**
 * A label above the middle of its arrow, but never over the edge.
 *
 * @param wanted pixels, as is everything here
 */
export function labelPlace(
  middle: number,
  wanted: number,
  available: number,
): { left: number; width: number } {
  const width = Math.min(wanted, available);
  const left = Math.max(0, Math.min(middle - width / 2, available - width));
  return { left: Math.round(left), width: Math.ceil(width) };
}
