/**
 * The inspector, as `pnpm dev` has it: at the ports where callers expect the
 * roles, recording everything that it passes on to them.
 */
import { join } from 'node:path';
import { build } from '@four-roles/launcher/build';
import { freePort } from '@four-roles/launcher/port';
import { rootFolder } from '@four-roles/launcher/root-folder';
import { type RunningServer, startProcess, temporaryFolder } from './running-server.ts';

/** @returns the same authorization server, asked through the wiretap */
export async function startInspector(
  authorizationServer: RunningServer,
): Promise<RunningServer> {
  await build('inspector');
  const settings = ['AUTHORIZATION_SERVER', 'RESOURCE_SERVER', 'CLIENT', 'WORKER'];
  const ports: number[] = [];
  for (const _ of settings) ports.push(await freePort());
  const [wiretap] = ports;
  const port = await freePort();
  const { port: privatePort } = new URL(authorizationServer.address);

  const inspector = await startProcess(
    join(rootFolder, 'apps/inspector/src/main.ts'),
    port,
    {
      ...Object.fromEntries(
        settings.map((setting, index) => [
          `${setting}_ORIGIN`,
          `http://localhost:${ports[index]}`,
        ]),
      ),
      AUTHORIZATION_SERVER_PORT: privatePort,
      INSPECTOR_ORIGIN: `http://localhost:${port}`,
      DATA_FOLDER: temporaryFolder(),
    },
  );
  return {
    ...inspector,
    address: `http://127.0.0.1:${wiretap}`,
    host: `localhost:${wiretap}`,
  };
}
