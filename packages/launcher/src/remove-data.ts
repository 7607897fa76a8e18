/**
 * Remove what the roles wrote. A folder that holds anything else is left
 * alone: then it is not ours.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';

/** Certificates stay: a browser that trusts them would have to be told anew. */
const kept = /^tls(\/(ca|ca-key|localhost|localhost-key)\.pem(\.new)?)?$/;

const ours =
  /^((authorization-server|resource-server|client)\.sqlite(-wal|-shm|-journal)?|clock\.json(\.new)?|credentials|credentials\/(briefing|acorn-apis|nightly|crm-copy|payment-processor|api-gateway|initial-access-token)\.json(\.new)?)$/;

/**
 * @returns the names of the files that were removed
 * @throws {PlainError} where the folder holds something that is not ours
 */
export function removeData(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const foreign = found.find((name) => !ours.test(name) && !kept.test(name));
  if (foreign) {
    throw new PlainError(
      `Nothing was removed: ${join(folder, foreign)} is not a file of this project. ` +
        'Is DATA_FOLDER right?',
    );
  }
  const removed = found.filter((name) => !kept.test(name));
  for (const name of removed)
    rmSync(join(folder, name), { recursive: true, force: true });
  return removed.filter((name) => name !== 'credentials');
}
