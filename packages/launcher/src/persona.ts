/**
 * `pnpm persona <name>`: one program without a person, as a client of its own,
 * beside `pnpm dev` or `pnpm start`; `--https` where those are. The first time,
 * it is given a token with which it registers itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portOf } from '@four-roles/runtime/settings';
import { settingsBesideServers } from './beside-the-servers.ts';
import { dataFolder, origins } from './config.ts';
import { appFolder, type PartName } from './part.ts';
import { PlainError, runCommand } from './plain-error.ts';
import { isPortFree } from './port.ts';
import { makeInitialAccessToken } from './seed.ts';

const personas = ['crm-copy', 'payment-processor', 'api-gateway'];

await runCommand(async () => {
  const name = personas.find((each) => each === process.argv[2]);
  if (!name) {
    throw new PlainError(`Which one? pnpm persona ${personas.join(' | ')}`);
  }
  for (const server of ['authorization-server', 'resource-server'] as const) {
    await checkIsUp(server);
  }
  const settings = await settingsBesideServers();
  const isRegistered = existsSync(join(dataFolder, 'credentials', `${name}.json`));
  const { status } = spawnSync(process.execPath, ['src/run-persona.ts', name], {
    cwd: appFolder('worker'),
    env: {
      ...settings,
      ...(!isRegistered && {
        INITIAL_ACCESS_TOKEN: await makeInitialAccessToken(settings),
      }),
    },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
});

async function checkIsUp(server: PartName): Promise<void> {
  const origin = origins[server];
  if (await isPortFree(portOf(origin))) {
    throw new PlainError(
      `Nobody answers at ${origin}: start the servers first, with ` +
        '`pnpm dev` in another terminal.',
    );
  }
  if (!origin.startsWith('http:')) return;
  const answer = await fetch(`${origin}/health`).catch(() => undefined);
  if (answer?.status === 400) {
    throw new PlainError(
      `${origin} answers: ${(await answer.text()).trim()} ` +
        'Where the servers are `pnpm dev:https`, add --https to this command.',
    );
  }
}
