/**
 * Before the first request: the credentials are there, the database is up to date.
 */
import { clientCredentials } from './registration.ts';
import { removeExpired } from './storage/database.ts';

export async function start(): Promise<void> {
  try {
    clientCredentials();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(78);
  }
  await removeExpired();
}
