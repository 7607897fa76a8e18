import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { removeData } from '../src/remove-data.ts';

function folderWith(t: TestContext, ...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'remove-data-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'credentials'));
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

test('removes databases and credentials, and says which', (t) => {
  const names = [
    ...['client.sqlite', 'client.sqlite-wal'],
    ...['credentials/initial-access-token.json', 'credentials/nightly.json'],
  ];
  const folder = folderWith(t, ...names);
  assert.deepEqual(removeData(folder), names);
  assert.deepEqual(readdirSync(folder), []);
  assert.deepEqual(removeData(folder), []);
});

test('leaves the certificates, which browsers may have been told of', (t) => {
  const folder = folderWith(t, 'client.sqlite');
  mkdirSync(join(folder, 'tls'));
  const names = ['ca.pem', 'ca-key.pem', 'localhost.pem', 'localhost-key.pem'];
  for (const name of names) writeFileSync(join(folder, 'tls', name), '');
  assert.deepEqual(removeData(folder), ['client.sqlite']);
  assert.deepEqual(readdirSync(folder), ['tls']);
  assert.deepEqual(readdirSync(join(folder, 'tls')).sort(), names.sort());
});

test('leaves a folder alone that holds anything else', (t) => {
  for (const foreign of ['thesis.docx', 'credentials/aws.json']) {
    const folder = folderWith(t, 'client.sqlite', foreign);
    assert.throws(() => removeData(folder), /Nothing was removed.*Is DATA_FOLDER right/);
    assert.ok(existsSync(join(folder, 'client.sqlite')));
  }
});
