/**
 * How many checks passed and failed, read from what the test tools print.
 */
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export type Counts = { passed: number; failed: number };

export const none: Counts = { passed: 0, failed: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** A step that either holds or does not. */
export function one(ok: boolean): Counts {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * From the output of any number of `node --test` runs: the sums of the lines
 * `ℹ pass 12` (spec reporter) or `# pass 12` (TAP), `fail` and `cancelled`. A
 * run without any test counts as one that failed.
 */
export function countNodeTests(output: string): Counts {
  const sums = { tests: 0, pass: 0, fail: 0, cancelled: 0 };
  let empty = 0;
  const lines = stripVTControlCharacters(output).matchAll(
    /(?:^|[\s:])[ℹ#] (tests|pass|fail|cancelled) (\d+)\s*$/gm,
  );
  for (const [, name, count] of lines) {
    if (name === 'tests' && count === '0') empty++;
    sums[name as keyof typeof sums] += Number(count);
  }
  return { passed: sums.pass, failed: sums.fail + sums.cancelled + empty };
}

const report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()).default([]),
});

/** From Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function countBrowserTests(json: string): Counts {
  const { stats, errors } = report.parse(JSON.parse(json));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  };
}
