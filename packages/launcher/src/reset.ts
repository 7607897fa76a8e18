/**
 * `pnpm reset`: back to the beginning. The next start makes everything anew.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, origins, ownPorts } from './config.ts';
import { listenersOf } from './listener.ts';
import { PlainError, runCommand } from './plain-error.ts';
import { isPortFree } from './port.ts';
import { removeData } from './remove-data.ts';
import { cast } from './role.ts';
import { rootFolder } from './root-folder.ts';

/** What Next.js keeps between two `pnpm dev`: stale, it has pages reload without end. */
const developmentBuild = join(rootFolder, 'apps/client/.next/dev');

await runCommand(async () => {
  for (const { label, port } of listenersOf(cast, origins, ownPorts, undefined)) {
    if (await isPortFree(port)) continue;
    throw new PlainError(
      `Something listens on port ${port}, the ${label}'s: ` +
        'stop the servers first (Ctrl-C where `pnpm dev` runs).',
    );
  }
  const removed = removeData(dataFolder);
  rmSync(developmentBuild, { recursive: true, force: true });
  console.log(
    removed.length === 0
      ? `There was nothing to remove in ${dataFolder}.`
      : `Removed ${removed.join(', ')} from ${dataFolder}. The next start makes them anew.`,
  );
  const certificates = join(dataFolder, 'tls');
  if (existsSync(certificates)) {
    console.log(`The certificates in ${certificates} stay: your browser may know them.`);
  }
});
