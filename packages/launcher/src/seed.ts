/**
 * The demonstration's accounts and clients, made before anything starts: a
 * client's secret is made on this machine, and kept in a file that only its
 * owner can read. So is the token with which Nightly registers itself.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeCredentials } from '@four-roles/runtime/credentials-file';
import { writePrivateFile } from '@four-roles/runtime/private-file';
import { z } from 'zod';
import { PlainError } from './plain-error.ts';
import { rootFolder } from './root-folder.ts';

/** Which clients there are: Briefing, Nightly, and the resource server itself. */
const clients = ['briefing', 'nightly', 'acorn-apis'];

const made = z.array(
  z.union([
    z.object({ client_id: z.string(), client_secret: z.string() }),
    z.object({ initial_access_token: z.string() }),
  ]),
);

/**
 * @param environment with the settings of the authorization server
 * @throws {PlainError} where the authorization server cannot make them
 */
export async function seed(
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const fileOf = (client: string) => join(dataFolder, 'credentials', `${client}.json`);
  const isNew = !existsSync(join(dataFolder, 'authorization-server.sqlite'));
  const isWithout = (client: string) => isNew || !existsSync(fileOf(client));
  const wanted = clients.filter(isWithout);
  if (isWithout('nightly')) wanted.push('initial-access-token');
  for (const secret of made.parse(await makeDemo(wanted, environment))) {
    if ('client_id' in secret) writeCredentials(fileOf(secret.client_id), secret);
    else writePrivateFile(fileOf('initial-access-token'), `${JSON.stringify(secret)}\n`);
  }
}

async function makeDemo(
  wanted: string[],
  environment: NodeJS.ProcessEnv,
): Promise<unknown> {
  const folder = join(rootFolder, 'apps/authorization-server');
  const program = ['src/demo.ts', ...wanted];
  try {
    const run = promisify(execFile)(process.execPath, program, {
      cwd: folder,
      env: environment,
    });
    return JSON.parse((await run).stdout);
  } catch (error) {
    const said =
      (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new PlainError(`The demonstration's accounts could not be made. ${said}`);
  }
}
