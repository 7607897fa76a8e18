/**
 * Before the first request: the credentials are there, the database is up to date; and from
 * then on, requests are logged and what has expired is removed.
 */
import { printLine } from '@four-roles/runtime/print-line';
import { clientCredentials } from './registration.ts';
import { logRequests } from './request-log.ts';
import { removeExpired } from './storage/database.ts';

/** Milliseconds. */
const aMinute = 60_000;

export async function start(): Promise<void> {
  try {
    clientCredentials();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(78);
  }
  logRequests(printLine);
  await removeExpired();
  setInterval(() => {
    removeExpired().catch((error) => console.error(`Nothing was removed: ${error}`));
  }, aMinute).unref();
}
