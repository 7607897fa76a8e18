import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeCredentials } from '@four-roles/runtime/credentials-file';
import { registration } from '../src/registration.ts';
import { credentials } from './stub-servers.ts';

test('credentials come from the environment, or from a file of its own, or not at all', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'nightly.json');
  assert.throws(
    () => registration(file, undefined),
    /nightly\.json is missing.*pnpm dev/,
  );
  writeCredentials(file, credentials);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(registration(file, undefined), credentials);
  const other = { client_id: 'other', client_secret: 'other-secret' };
  assert.deepEqual(registration(file, other), other);
});
