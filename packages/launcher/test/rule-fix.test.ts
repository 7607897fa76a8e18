/** What a rule says to whoever it refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesInUse } from '../src/rules-in-use.ts';

const rules = (await rulesInUse()).map(({ rule }) => rule);

function wrong(isWrong: (fix: string) => boolean): string[] {
  return rules.filter(({ fix }) => isWrong(fix)).map(({ id }) => id);
}

test('every rule tells whoever it refused what to do, in one sentence', () => {
  assert.deepEqual(
    wrong((fix) => !/^[A-Z].{20,240}[^.]\.$/.test(fix)),
    [],
  );
});

test('what to do is more than what should have held', () => {
  const repeating = rules.filter(({ fix, says, stops }) => [says, stops].includes(fix));
  assert.deepEqual(
    repeating.map(({ id }) => id),
    [],
  );
});

test('no two rules give the same advice', () => {
  const all = rules.map(({ fix }) => fix);
  assert.deepEqual(
    wrong((fix) => all.indexOf(fix) !== all.lastIndexOf(fix)),
    [],
  );
});
