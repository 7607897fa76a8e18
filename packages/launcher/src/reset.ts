/**
 * `pnpm reset`: back to the beginning. The next start makes everything anew.
 */
import { dataFolder, ports } from './config.ts';
import { PlainError, runCommand } from './plain-error.ts';
import { isPortFree } from './port.ts';
import { removeData } from './remove-data.ts';
import { cast } from './role.ts';

await runCommand(async () => {
  for (const role of cast) {
    if (await isPortFree(ports[role.name])) continue;
    throw new PlainError(
      `Something listens on port ${ports[role.name]}, the ${role.label}'s: ` +
        'stop the servers first (Ctrl-C where `pnpm dev` runs).',
    );
  }
  const removed = removeData(dataFolder);
  console.log(
    removed.length === 0
      ? `There was nothing to remove in ${dataFolder}.`
      : `Removed ${removed.join(', ')} from ${dataFolder}. The next start makes them anew.`,
  );
});
