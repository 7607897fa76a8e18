/** How large the diagram is drawn, in pixels; style sheets repeat these: diagram.css. */
import type { Type } from './arrow.tsx';

export type Sizes = {
  message: number;
  flow: number;
  /** For number and channel, to the left of the lanes. */
  margin: number;
  list: boolean;
  type: Type;
};

/** Below this there is no room for five lanes. */
const narrow = 560;

const sans = 'system-ui, sans-serif';
const mono = 'monospace';

const usual: Sizes = {
  message: 54,
  flow: 44,
  margin: 72,
  list: false,
  type: { name: `600 14px ${sans}`, wire: `12px ${mono}`, padding: 20 },
};

const onAWall: Sizes = {
  message: 84,
  flow: 60,
  margin: 112,
  list: false,
  type: { name: `700 24px ${sans}`, wire: `18px ${mono}`, padding: 32 },
};

const asList: Sizes = { ...usual, message: 92, list: true };

export function sizesOf(width: number, presenter: boolean): Sizes {
  if (width > 0 && width < narrow) return asList;
  return presenter ? onAWall : usual;
}
