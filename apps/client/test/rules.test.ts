import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specificationLink } from '@four-roles/protocol/specification-link';
import { kindOfRule } from '../src/problems/kind-of-rule.ts';
import { allRules } from '../src/rules/all.ts';

test('every rule has a name of its own and a clause that can be looked up', () => {
  assert.equal(new Set(allRules.map((rule) => rule.id)).size, allRules.length);
  for (const { spec } of allRules) assert.ok(URL.canParse(specificationLink(spec)));
});

test('every rule has a page that explains what broke it', () => {
  const unexplained = allRules.filter((rule) => !kindOfRule.has(rule));
  assert.deepEqual(unexplained, []);
});
