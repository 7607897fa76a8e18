/**
 * What is shown of a line that a part prints. In production its log goes
 * through as it is, for whoever collects it; in development the inspector
 * shows the messages, and the screen is for the worker's reports and for
 * what went wrong.
 */
import { styleText } from 'node:util';
import type { Mode, Part } from './part.ts';
import type { Stream } from './part-process.ts';

/** @returns `undefined` where it stays hidden */
export function shownLine(
  mode: Mode,
  part: Part,
  line: string,
  stream: Stream,
): string | undefined {
  const isLog = line.startsWith('{');
  if (mode === 'start' && isLog) return line;
  if (stream === 'stdout' && (part.name !== 'worker' || isLog)) return undefined;
  return `${styleText(part.color, `${part.label} |`)} ${line}`;
}
