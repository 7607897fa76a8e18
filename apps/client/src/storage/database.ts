/**
 * client.sqlite, opened when it is first needed: a build needs no database.
 */
import { type Database, openDatabase } from '@four-roles/runtime/database';
import { lt } from 'drizzle-orm';
import { clock, databaseFile, migrationsFolder } from '../config.ts';
import { drafts, loginAttempts, problems, sessions } from './schema.ts';

let opened: Database | undefined;

export function database(): Database {
  opened ??= openDatabase(databaseFile, migrationsFolder);
  return opened;
}

/** A file does not grow with time alone. */
export async function removeExpired(): Promise<void> {
  const now = clock.now();
  for (const table of [loginAttempts, sessions, problems, drafts]) {
    database().delete(table).where(lt(table.expires_at, now)).run();
  }
}
