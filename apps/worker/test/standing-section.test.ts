/** What the status page says of the worker, beside what it did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingSection } from '../src/standing-section.ts';
import { emptyReport } from './idle-worker.ts';

const registered = { state: 'registered', saved: true } as const;
const job = (ok: boolean) => ({ name: 'copy-contacts', ok, line: '' });
const shown = async (...jobs: boolean[]) =>
  String(await standingSection(registered, { ...emptyReport, jobs: jobs.map(job) }));

test('registered, and no job of the last run was done: the page does not call that well', async () => {
  const page = await shown(false, false);
  assert.match(page, /class="state trouble"/);
  assert.match(page, /No job of its last run was done/);
});

test('one job that was done, or no run yet, is no trouble', async () => {
  for (const page of [await shown(true, false), await shown()]) {
    assert.doesNotMatch(page, /trouble|No job/);
  }
});
