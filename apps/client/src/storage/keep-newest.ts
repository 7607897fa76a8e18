/**
 * Tables to which a stranger can add rows: each has room for so many, and the
 * oldest go first.
 */
import { sql } from 'drizzle-orm';
import { database } from './database.ts';
import type { loginAttempts, problems } from './schema.ts';

const rowsOfOneBrowser = 20;
const rowsOfAll = 10_000;

/** SQLite numbers its rows: a later one has a greater rowid. */
export async function keepNewest(
  table: typeof loginAttempts | typeof problems,
  browserHash: string,
): Promise<void> {
  database()
    .delete(table)
    .where(sql`rowid <= (select max(rowid) from ${table}) - ${rowsOfAll}`)
    .run();
  database()
    .delete(table)
    .where(
      sql`rowid in (select rowid from ${table} where browser_hash = ${browserHash}
        order by rowid desc limit -1 offset ${rowsOfOneBrowser})`,
    )
    .run();
}
