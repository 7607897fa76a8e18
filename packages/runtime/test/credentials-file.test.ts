/** The file in which a role keeps what it was given. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCredentials, writeCredentials } from '../src/credentials-file.ts';

test('only the owner can read it, and it is replaced as a whole', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'credentials-'));
  t.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'credentials');
  const file = join(folder, 'nightly.json');
  assert.equal(readCredentials(file), undefined);
  for (const client_secret of ['one', 'two']) {
    writeCredentials(file, { client_id: 'nightly', client_secret });
    assert.deepEqual(readCredentials(file), { client_id: 'nightly', client_secret });
  }
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(folder), ['nightly.json']);
});
