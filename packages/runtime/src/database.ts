/**
 * One SQLite file for each server that has state.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Database = BetterSQLite3Database & { $client: Sqlite.Database };

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * Open the file (made on first use, readable by its owner only) and bring its
 * tables up to date.
 *
 * WAL lets readers go on while somebody writes. With `synchronous = NORMAL` a
 * killed process loses nothing that it had answered; only a power cut can.
 *
 * @param migrationsFolder what `drizzle-kit generate` made
 */
export function openDatabase(file: string, migrationsFolder: string): Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new Sqlite(file, { timeout: 5000 });
  if (file !== ':memory:') chmodSync(file, 0o600);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  // Pages kept in memory (KiB), and pages in the log before they are moved to the file.
  sqlite.pragma('cache_size = -16000');
  sqlite.pragma('wal_autocheckpoint = 4000');
  const database = drizzle(sqlite);
  migrateOnce(database, migrationsFolder);
  return database;
}

/** Two processes may start on one new file: the one that comes second finds the work done. */
function migrateOnce(database: Database, migrationsFolder: string): void {
  try {
    migrate(database, { migrationsFolder });
  } catch {
    migrate(database, { migrationsFolder });
  }
}
