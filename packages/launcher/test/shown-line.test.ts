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
  const shown = shownLine(mode, role, line, stream);
  return shown && `${shown.stream}: ${stripVTControlCharacters(shown.text)}`;
}

test('pnpm start passes the log of every role through as it is, on the stream it came on', () => {
  for (const { name } of cast) {
    assert.equal(shown('start', name, logLine), `stdout: ${logLine}`);
    assert.equal(shown('start', name, logLine, 'stderr'), `stderr: ${logLine}`);
  }
});

test('pnpm dev hides the log, and shows what the worker reports', () => {
  for (const { name } of cast) assert.equal(shown('dev', name, logLine), undefined);
  assert.equal(shown('dev', 'worker', 'run finished'), 'stdout: worker | run finished');
  assert.equal(shown('dev', 'client', 'Ready in 2 s'), undefined);
});

test('pnpm start has nothing but the log on stdout', () => {
  const listens = 'worker listens on port 9003';
  assert.equal(shown('start', 'worker', listens), `stderr: worker | ${listens}`);
});

test('what went wrong is always shown, with the name of the role', () => {
  assert.equal(shown('start', 'client', 'Oh no', 'stderr'), 'stderr: client | Oh no');
  assert.equal(shown('dev', 'client', logLine, 'stderr'), `stderr: client | ${logLine}`);
});
