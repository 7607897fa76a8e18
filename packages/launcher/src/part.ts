/**
 * What the launcher starts: the four roles, and the inspector, which is none.
 */
import { join } from 'node:path';
import type { RoleName } from './role.ts';
import { rootFolder } from './root-folder.ts';

export type PartName = RoleName | 'inspector';

/** `dev`: as it is while one works on it; `start`: as in production, the client built. */
export type Mode = 'dev' | 'start';

export type Part = {
  name: PartName;
  /** In a sentence: `the resource server`. */
  label: string;
  color: 'red' | 'green' | 'blue' | 'magenta' | 'gray';
  originSetting: string;
  portSetting: string;
  /** For the table that is printed when everything runs. */
  whatToDo: string;
  /** Its folder, and what Node.js is given to run there. */
  folder: string;
  program(mode: Mode, port: number): string[];
};

export function appFolder(name: PartName): string {
  return join(rootFolder, 'apps', name);
}
