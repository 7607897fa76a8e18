/** Ada at the developer console of a server of one's own, with an application of hers. */
import type { NewClient } from '../src/storage/clients.ts';
import { startServer } from './server.ts';

export const home = '/developer/applications/sundial';

/** @param changes what else is different about her application */
export async function startConsole(changes: Partial<NewClient> = {}) {
  const server = await startServer();
  const machine = (await server.storage.findClient('machine'))!;
  await server.storage.keepClient({
    ...machine,
    clientId: 'sundial',
    clientName: 'Sundial',
    applicationType: 'service',
    owner: 'acct_ada',
    ...changes,
  });
  const cookie = await server.signIn();

  /** A page of the console, as Ada's browser asks for it. */
  const open = (path: string, alsoCookie = '') =>
    server.send(path, { headers: { cookie: `${cookie}; ${alsoCookie}` } });

  /** A form of the console, as Ada's browser sends it. */
  const act = (path: string, form: Record<string, string> | string[][] = {}) =>
    server.submit(path, form, cookie);

  return { ...server, open, act };
}

/** The value of a field on a page. */
export function fieldOf(page: string, id: string): string | undefined {
  return new RegExp(`id="${id}"[^>]* value="([^"]*)"`).exec(page)?.[1];
}
