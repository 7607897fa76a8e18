/** A file that a stranger made: it is held against a schema, and sends nobody anywhere. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { toCurl } from '../src/exports/curl.ts';
import { toHar } from '../src/exports/har.ts';
import { fromHar } from '../src/exports/open-har.ts';
import { readFile } from '../src/viewer/controls/read-file.ts';
import { exchange, origins, recording, signIn } from './small-recording.ts';

const whole = recording(signIn());

/** Stands in for the browser's, which this test has none of. */
function withDocument<T>(json: string, work: () => T): T {
  class DOMParser {
    parseFromString = () => ({ getElementById: () => ({ textContent: json }) });
  }
  Object.assign(globalThis, { DOMParser });
  try {
    return work();
  } finally {
    Reflect.deleteProperty(globalThis, 'DOMParser');
  }
}

test('a page is held against the schema as a HAR is', () => {
  const read = (value: unknown) =>
    withDocument(JSON.stringify(value), () => readFile('<!doctype html>', origins));
  assert.deepEqual(read(whole), whole);
  assert.throws(() => read({ ...whole, exchanges: [{}] }), /was changed/);
  assert.throws(() => read({ ...whole, flows: [{ id: {}, kind: 1 }] }), /was changed/);
  assert.throws(
    () => withDocument('{', () => readFile('<html>', origins)),
    /was changed/,
  );
});

test('its roles are on this machine: its buttons and commands lead nowhere else', () => {
  for (const client of [
    'https://attacker.example',
    'http://localhost:9000@attacker.example',
    'http://localhost:9000/path',
    'javascript:alert(1)',
  ]) {
    const har = JSON.stringify(toHar({ ...whole, origins: { ...origins, client } }));
    assert.throws(() => fromHar(har, origins), /was changed/, client);
  }
});

test('a command that is pasted goes to the role, and types nothing into the terminal', () => {
  const hostile = 'a\x03\n\x1b[201~\x15\x9btouch x\r';
  const one = exchange({ id: 1, line: `GET @attacker.example/${hostile}` });
  one.request.method = `PUT${hostile}`;
  one.request.headers = [[`X-${hostile}`, hostile]];
  one.request.body = { text: hostile, encoding: 'utf-8', size: hostile.length };
  const command = toCurl(one, origins);
  assert.doesNotMatch(command, /[\p{Cc}--\n]/v);
  assert.match(command, /'http:\/\/localhost:9000\/@attacker\.example\//);
  const shell = `curl() { cat; }\n${command}`;
  const sent = execFileSync('/bin/sh', ['-c', shell], { encoding: 'utf8' });
  assert.equal(sent, hostile);
});
