import type { Database } from '@four-roles/runtime/database';

/**
 * Has another process written to the file since this was asked last? For what
 * is read at every request and hardly ever changes: it is kept in memory, and
 * this takes about as long as reading one row.
 *
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 */
export function writesByOthers(database: Database): () => boolean {
  const version = database.$client.prepare('PRAGMA data_version').pluck();
  let seen = version.get();
  return () => {
    const now = version.get();
    const written = now !== seen;
    seen = now;
    return written;
  };
}
