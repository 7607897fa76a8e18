/**
 * The project brings its own Node.js, as an npm package. Whoever goes past
 * `pnpm` gets whichever the machine has.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { rootFolder } from './root-folder.ts';

/** @throws {PlainError} where another Node.js runs this */
export function checkNodeVersion(running = process.versions.node): void {
  const manifest = createRequire(join(rootFolder, 'package.json'));
  const pinned = manifest('node/package.json').version as string;
  if (running === pinned) return;
  throw new PlainError(
    `This is Node.js ${running}, and the project runs on ${pinned}, which it brings along: ` +
      'start it with `npx -y pnpm dev`.',
  );
}
