/**
 * Does anybody write to a SQLite file? `PRAGMA data_version` changes for this
 * connection whenever another one has committed a change.
 *
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 */
import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/**
 * Run a task, and say what was written to the file meanwhile.
 *
 * @returns undefined where nothing was
 */
export async function writesDuring(
  file: string,
  task: () => Promise<void>,
): Promise<string | undefined> {
  const sqlite = new Sqlite(file, { readonly: true });
  const state = () => ({
    version: sqlite.pragma('data_version', { simple: true }),
    file: statSync(file).size,
    log: existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0,
  });
  const before = state();
  await task();
  const after = state();
  sqlite.close();
  if (before.version === after.version) return undefined;
  return `file ${before.file} -> ${after.file} bytes, write-ahead log ${before.log} -> ${after.log} bytes`;
}
