import { join } from 'node:path';
import { rootFolder } from './root-folder.ts';

/** A program that the project installs for itself: `workspaceProgram('turbo')`. */
export function workspaceProgram(name: string, folder = '.'): string {
  return join(rootFolder, folder, 'node_modules/.bin', name);
}
