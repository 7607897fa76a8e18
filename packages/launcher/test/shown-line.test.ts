/** What of the roles' output reaches the screen, or the collector of logs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Mode } from '../src/part.ts';
import type { Stream } from '../src/part-process.ts';
import { cast } from '../src/role.ts';
import { shownLine } from '../src/shown-line.ts';

const logLine = '{"time":"2026-11-27T09:30:00.123Z","level":"info"}';

function shown(mode: Mode, name: string, line: string, stream: Stream = 'stdout') {
  const role = cast.find((one) => one.name === name)!;
  const text = shownLine(mode, role, line, stream);
  return text && stripVTControlCharacters(text);
}

test('pnpm start passes the log of every role through as it is, on the stream it came on', () => {
  for (const { name } of cast) {
    assert.equal(shown('start', name, logLine), logLine);
    assert.equal(shown('start', name, logLine, 'stderr'), logLine);
  }
});

test('pnpm dev hides the log, and shows what the worker reports', () => {
  for (const { name } of cast) assert.equal(shown('dev', name, logLine), undefined);
  assert.equal(shown('dev', 'worker', 'run finished'), 'worker | run finished');
  assert.equal(shown('dev', 'client', 'Ready in 2 s'), undefined);
});

test('what went wrong is always shown, with the name of the role', () => {
  assert.equal(shown('start', 'client', 'Oh no', 'stderr'), 'client | Oh no');
  assert.equal(shown('dev', 'client', logLine, 'stderr'), `client | ${logLine}`);
});
