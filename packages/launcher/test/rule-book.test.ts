import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { rootFolder } from '../src/root-folder.ts';
import { withRuleBook } from '../src/rule-book-table.ts';
import { rulesInUse } from '../src/rules-in-use.ts';

const rules = await rulesInUse();

test('every rule is enforced somewhere', () => {
  const unused = rules.filter(({ code }) => code.length === 0);
  assert.deepEqual(unused.map(nameOf), []);
});

test('every rule is proved by a test', () => {
  const unproved = rules.filter(({ tests }) => tests.length === 0);
  assert.deepEqual(unproved.map(nameOf), []);
});

test('no two rules of one role share a name', () => {
  const names = rules.map(nameOf);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(repeated, []);
});

test('the clause of every rule has an address', () => {
  for (const { rule } of rules) assert.match(specificationLink(rule.spec), /^https:\/\//);
});

test('the rule book in README.md is what the code says (else: `pnpm rule-book`)', () => {
  const readme = readFileSync(join(rootFolder, 'README.md'), 'utf8');
  assert.ok(readme === withRuleBook(readme, rules), 'README.md is stale');
});

function nameOf({ role, rule }: (typeof rules)[number]): string {
  return `${role}: ${rule.id}`;
}
