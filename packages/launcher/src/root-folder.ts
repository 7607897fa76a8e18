import { resolve } from 'node:path';

/** The root of the project. */
export const rootFolder = resolve(import.meta.dirname, '../../..');
