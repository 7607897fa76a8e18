/** The style sheet of the console, and the one script of this server: the copy button. */
import { resolve } from 'node:path';
import { staticFile } from '../static-file.ts';

const here = (name: string) => resolve(import.meta.dirname, name);

export const consoleStyleSheet = staticFile(
  here('console.css'),
  'text/css; charset=utf-8',
);
export const copyScript = staticFile(here('copy.js'), 'text/javascript; charset=utf-8');
