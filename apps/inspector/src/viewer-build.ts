/**
 * The viewer as `vite build` leaves it: one script and one style sheet, served
 * to the browser and put into recordings that are saved as a page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Viewer = { script: string; style: string };

const folder = resolve(import.meta.dirname, '../dist');

/** `undefined` where it has not been built. */
export function readViewer(from = folder): Viewer | undefined {
  const [script, style] = [join(from, 'viewer.js'), join(from, 'viewer.css')];
  if (![script, style].every((file) => existsSync(file))) return undefined;
  return { script: readFileSync(script, 'utf8'), style: readFileSync(style, 'utf8') };
}
