/**
 * What is shown of a line that a part prints, and where. In production its log
 * goes through as it is, for whoever collects it, and nothing else goes to
 * stdout; in development the inspector shows the messages, and the screen is for
 * the worker's reports and for what went wrong.
 */
import { styleText } from 'node:util';
import type { Mode, Part } from './part.ts';
import type { Stream } from './part-process.ts';

export type Shown = {
  /** As the part printed it, and as it is shown. */
  line: string;
  text: string;
  stream: Stream;
};

/** @returns `undefined` where it stays hidden */
export function shownLine(
  mode: Mode,
  part: Part,
  line: string,
  stream: Stream,
): Shown | undefined {
  const isLog = line.startsWith('{');
  if (mode === 'start' && isLog) return { line, text: line, stream };
  if (stream === 'stdout' && (part.name !== 'worker' || isLog)) return undefined;
  const text = `${styleText(part.color, `${part.label} |`)} ${line}`;
  return { line, text, stream: mode === 'start' ? 'stderr' : stream };
}
