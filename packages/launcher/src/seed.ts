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

const secretMade = z.object({ client_id: z.string(), client_secret: z.string() });
const tokenMade = z.object({ initial_access_token: z.string() });
const made = z.array(z.union([secretMade, tokenMade]));

/**
 * @param environment with the settings of the authorization server
 * @throws {PlainError} where the authorization server cannot make them
 */
export async function seed(
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const fileOf = (name: string) => join(dataFolder, 'credentials', `${name}.json`);
  const isThere = (name: string) => existsSync(fileOf(name));
  const isNew = !existsSync(join(dataFolder, 'authorization-server.sqlite'));
  const wanted = ['briefing', 'acorn-apis'].filter((name) => isNew || !isThere(name));

  // Nightly registers itself. Where its token is still there, it has not come to that.
  const isRegistered = isThere('nightly') && !isThere('initial-access-token');
  if (isNew || !isRegistered) wanted.push('initial-access-token');

  for (const each of made.parse(await makeDemo(wanted, environment))) {
    if ('client_id' in each) writeCredentials(fileOf(each.client_id), each);
    else writePrivateFile(fileOf('initial-access-token'), `${JSON.stringify(each)}\n`);
  }
}

/**
 * A token with which one more program registers itself.
 *
 * @param environment with the settings of the authorization server
 * @throws {PlainError} where the authorization server cannot make one
 */
export async function makeInitialAccessToken(
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const demo = await makeDemo(['initial-access-token'], environment);
  return z.tuple([tokenMade]).parse(demo)[0].initial_access_token;
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
