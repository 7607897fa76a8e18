/** The clock that is handed in. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  isoTime,
  manualClock,
  seconds,
  sharedClock,
  steadyClock,
  systemClock,
  writeClock,
} from '../src/clock.ts';

test('a manual clock moves when it is told to', () => {
  const clock = manualClock(1_000_500);
  assert.equal(seconds(clock), 1000);
  clock.advance(61);
  assert.equal(seconds(clock), 1061);
});

test('a time in seconds is written in ISO 8601', () => {
  assert.equal(isoTime(1_795_780_800), '2026-11-27T12:00:00Z');
});

test('a steady clock is not set back with the one that it follows', () => {
  const clock = manualClock(1000);
  const steady = steadyClock(clock);
  const passed: number[] = [];
  for (const seconds of [5, -3600, 0, 5]) {
    clock.advance(seconds);
    passed.push((steady.now() - 1000) / 1000);
  }
  assert.deepEqual(passed, [5, 5, 5, 10]);
});

/** A shared clock that follows a file of its own. */
function clockWithFile(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'clock');
  const clock = sharedClock(file);
  const minutesAhead = () => {
    const before = systemClock.now();
    return Math.round((clock.now() - before) / 60_000);
  };
  return { folder, file, clock, minutesAhead };
}

test('a shared clock follows its file, and does without one', (t) => {
  const { file, minutesAhead } = clockWithFile(t);
  assert.equal(minutesAhead(), 0);
  writeClock(file, { movedBy: 10 * 60_000 });
  assert.equal(minutesAhead(), 10);
  rmSync(file);
  assert.equal(minutesAhead(), 0);
});

test('it stands still where the file says so, and then goes on from there', async (t) => {
  const { file, clock, minutesAhead } = clockWithFile(t);
  const standsAt = Date.UTC(2026, 10, 22);
  writeClock(file, { movedBy: 5 * 60_000, standsAt });
  assert.equal(clock.now(), standsAt);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(clock.now(), standsAt);
  writeClock(file, { movedBy: -20 * 60_000 });
  assert.equal(minutesAhead(), -20);
});

test('two states written in one tick of the file system are both seen', (t) => {
  const { file, clock } = clockWithFile(t);
  for (let standsAt = 100; standsAt < 300; standsAt++) {
    writeClock(file, { movedBy: 0, standsAt });
    assert.equal(clock.now(), standsAt);
  }
});

test('content that cannot be read changes nothing', (t) => {
  const { file, minutesAhead } = clockWithFile(t);
  writeClock(file, { movedBy: 10 * 60_000 });
  assert.equal(minutesAhead(), 10);
  for (const content of ['', 'rubbish', '{"movedBy":', 'null', '[]', '{"movedBy":"5"}']) {
    writeFileSync(file, content);
    assert.equal(minutesAhead(), 10, content);
  }
  rmSync(file);
  mkdirSync(file);
  assert.equal(minutesAhead(), 10);
});

test('writing a clock leaves nothing beside it', (t) => {
  const { folder, file } = clockWithFile(t);
  writeClock(file, { movedBy: 1 });
  writeClock(file, { movedBy: 2 });
  assert.deepEqual(readdirSync(folder), ['clock']);
});
