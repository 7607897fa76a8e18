/** The pages and the actions of the developer console, under /developer. */
import { Hono } from 'hono';
import type { Sessions } from '../resource-owner/session.ts';
import type { Storage } from '../storage/storage.ts';
import { applications } from './applications.ts';
import { onlyDevelopers } from './developer.ts';

export function developerConsole(
  issuer: string,
  sessions: Sessions,
  storage: Storage,
): Hono {
  const console = new Hono();
  console.use(onlyDevelopers(issuer, sessions, storage));
  console.get('/', applications(storage));
  return console;
}
