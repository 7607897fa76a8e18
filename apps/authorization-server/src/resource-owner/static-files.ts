/** The style sheet and the picture of the pages. */
import { resolve } from 'node:path';
import { staticFile } from '../static-file.ts';

const here = (name: string) => resolve(import.meta.dirname, name);

export const styleSheet = staticFile(here('style.css'), 'text/css; charset=utf-8');
export const picture = staticFile(here('acorn.svg'), 'image/svg+xml');
