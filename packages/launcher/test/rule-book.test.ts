import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Rule } from '@four-roles/protocol/rule';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { rootFolder } from '../src/root-folder.ts';
import { withRuleBook } from '../src/rule-book-table.ts';
import { rulesInUse } from '../src/rules-in-use.ts';

const rules = await rulesInUse();

test('every rule is enforced somewhere', () => {
  const unused = rules.filter(({ code }) => code.length === 0);
  assert.deepEqual(unused.map(nameOf), []);
});

test('every rule that is declared is in the list of its role', async () => {
  const listed = new Set(rules.map(({ rule }) => rule));
  const declared = await declaredRules();
  assert.ok(declared.length > 100);
  const forgotten = declared.filter(({ rule }) => !listed.has(rule));
  assert.deepEqual(
    forgotten.map(({ file, rule }) => `${file}: ${rule.id}`),
    [],
  );
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

async function declaredRules(): Promise<{ file: string; rule: Rule }[]> {
  const files = globSync('apps/*/src/rules/*.ts', { cwd: rootFolder });
  const modules = files.map(async (file) => {
    const exported: unknown[] = Object.values(await import(join(rootFolder, file)));
    return exported.filter(isRule).map((rule) => ({ file, rule }));
  });
  return (await Promise.all(modules)).flat();
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'spec' in value;
}

function nameOf({ role, rule }: (typeof rules)[number]): string {
  return `${role}: ${rule.id}`;
}
