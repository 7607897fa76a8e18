/**
 * `pnpm rule-book`: write the table of all rules into README.md.
 * `pnpm rule-book --check`: fail if it is not what the code says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, runCommand } from './plain-error.ts';
import { rootFolder } from './root-folder.ts';
import { withRuleBook } from './rule-book-table.ts';
import { rulesInUse } from './rules-in-use.ts';

await runCommand(async () => {
  const file = join(rootFolder, 'README.md');
  const before = readFileSync(file, 'utf8');
  const after = withRuleBook(before, await rulesInUse());
  if (after === before) return console.log('The rule book is up to date.');
  if (process.argv.includes('--check')) {
    throw new PlainError('The rule book in README.md is stale: run `pnpm rule-book`.');
  }
  writeFileSync(file, after);
  console.log('The rule book in README.md was written anew.');
});
