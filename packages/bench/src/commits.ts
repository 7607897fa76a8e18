/**
 * What is written to the SQLite file of an authorization server while tokens
 * are issued: nothing of a token itself, but that it was issued goes to the
 * record of security events, in batches.
 *
 * `PRAGMA data_version` changes for this connection whenever another one has
 * committed. It is asked a hundred times a second, so commits that come closer
 * together are counted as one; batches do not.
 *
 * @see https://www.sqlite.org/pragma.html#pragma_data_version
 */
import Sqlite from 'better-sqlite3';

export type Written = {
  /** Tokens of which the record says that they were issued. */
  tokens: number;
  commits: number;
  /** By how much the database grew, as far as its pages tell. */
  bytes: number;
};

const pollMilliseconds = 10;
/** The last batch is written a quarter of a second after it was begun. */
const lastBatchMilliseconds = 500;

/** Run a task, and say what was written to the file meanwhile. */
export async function writtenDuring(
  file: string,
  task: () => Promise<void>,
): Promise<Written> {
  const sqlite = new Sqlite(file, { readonly: true });
  const issued = sqlite
    .prepare("select count(*) from security_events where event = 'token_issued'")
    .pluck();
  const pragma = (name: string) => sqlite.pragma(name, { simple: true }) as number;
  const version = () => pragma('data_version');
  const state = () => ({
    tokens: issued.get() as number,
    bytes: pragma('page_count') * pragma('page_size'),
  });

  const before = state();
  let commits = 0;
  let seen = version();
  const poll = setInterval(() => {
    const now = version();
    if (now !== seen) commits += 1;
    seen = now;
  }, pollMilliseconds);
  await task();
  await new Promise((done) => setTimeout(done, lastBatchMilliseconds));
  clearInterval(poll);
  const after = state();
  sqlite.close();
  return {
    tokens: after.tokens - before.tokens,
    commits,
    bytes: after.bytes - before.bytes,
  };
}

export function describeWritten({ tokens, commits, bytes }: Written): string {
  const perThousand = ((commits / tokens) * 1000).toFixed(1);
  const each = (bytes / tokens).toFixed(0);
  return (
    `  Issued and recorded: ${tokens} tokens of ours, with ${perThousand} commits ` +
    `for each thousand and ${each} bytes on the disk for each one.\n`
  );
}
