/**
 * For tests: the proof that a rule does something.
 *
 * The scenario is an attack (or a mistake) with an assertion that it fails.
 * It runs twice. With the rule on it must hold, and it must be this rule that
 * refused. With the rule off the assertion must break: had it held all the
 * same, the rule would stop nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Rule, type Verdict, watchRules } from './rule.ts';

/**
 * @param rule what is proved; a structural rule cannot be switched off and runs once
 * @param scenario what is tried, and the assertions that it is refused
 */
export function provesRule(rule: Rule, scenario: () => Promise<void>): void {
  test(`${rule.id}: ${rule.says} (${rule.spec})`, async () => {
    const verdicts: Verdict[] = [];
    await watchRules({ verdicts }, scenario);
    assert.ok(
      verdicts.some((verdict) => verdict.rule.id === rule.id && !verdict.passed),
      `the scenario held, but not because of ${rule.id}`,
    );
    if (rule.structural) return;
    await assert.rejects(
      watchRules({ off: new Set([rule.id]) }, scenario),
      (error) => {
        if (error instanceof assert.AssertionError) return true;
        throw error;
      },
      `with ${rule.id} switched off the scenario still holds: the rule stops nothing`,
    );
  });
}
