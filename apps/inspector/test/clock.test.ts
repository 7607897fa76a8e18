import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createClock } from '../src/recording/clock.ts';

function aClock(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'clock');
  let now = 1_000_000;
  return {
    clock: createClock(file, () => now),
    file: () => JSON.parse(readFileSync(file, 'utf8')),
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

test('it begins with the time of the machine, whatever the file said', (t) => {
  const { file } = aClock(t);
  assert.deepEqual(file(), { movedBy: 0 });
});

test('it is moved forward by seconds, again and again, and back to now', (t) => {
  const { clock, file } = aClock(t);
  clock.advance(60);
  clock.advance(1);
  assert.deepEqual(file(), { movedBy: 61_000 });
  clock.backToNow();
  assert.deepEqual(file(), { movedBy: 0 });
});

test('it stands still, and when it goes on, no time has passed', (t) => {
  const { clock, file, pass } = aClock(t);
  clock.advance(60);
  clock.standStill();
  assert.deepEqual(file(), { movedBy: 60_000, standsAt: 1_060_000 });
  pass(1_200_000);
  clock.standStill();
  assert.deepEqual(file(), { movedBy: 60_000, standsAt: 1_060_000 });
  clock.goOn();
  assert.deepEqual(file(), { movedBy: 60_000 - 1_200_000 });
  assert.deepEqual(clock.state(), { movedBy: -1_140_000 });
});

test('one that stands still can be moved forward, and still stands', (t) => {
  const { clock, file, pass } = aClock(t);
  clock.standStill();
  clock.advance(30);
  assert.deepEqual(file(), { movedBy: 30_000, standsAt: 1_030_000 });
  pass(10_000);
  clock.goOn();
  assert.deepEqual(file(), { movedBy: 20_000 });
});

test('back to now waits for one that stands still; a step forward after it counts', (t) => {
  const { clock, file, pass } = aClock(t);
  clock.standStill();
  pass(10_000);
  clock.backToNow();
  assert.deepEqual(file(), { movedBy: 0, standsAt: 1_000_000 });
  clock.advance(5);
  clock.goOn();
  assert.deepEqual(file(), { movedBy: 5_000 });
});

test('one that goes on goes on only once', (t) => {
  const { clock, file, pass } = aClock(t);
  clock.goOn();
  clock.standStill();
  pass(1_000);
  clock.goOn();
  pass(1_000);
  clock.goOn();
  assert.deepEqual(file(), { movedBy: -1_000 });
});
