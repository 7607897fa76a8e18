/** The clock that is handed in. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { manualClock, seconds, sharedClock, systemClock } from '../src/clock.ts';

test('a manual clock moves when it is told to', () => {
  const clock = manualClock(1_000_500);
  assert.equal(seconds(clock), 1000);
  clock.advance(61);
  assert.equal(seconds(clock), 1061);
});

test('a shared clock follows its file, and does without one', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'clock');
  const clock = sharedClock(file);
  const ahead = () => Math.round((clock.now() - systemClock.now()) / 60_000);
  assert.equal(ahead(), 0);
  writeFileSync(file, String(10 * 60_000));
  assert.equal(ahead(), 10);
  writeFileSync(file, 'rubbish');
  assert.equal(ahead(), 0);
});
