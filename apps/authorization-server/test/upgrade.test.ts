/**
 * A data folder of before goes on: its file is brought up to date at the start.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '@four-roles/runtime/database';
import { isPublic } from '../src/client-authentication/methods.ts';
import { openStorage } from '../src/storage/storage.ts';

const migrations = resolve(import.meta.dirname, '../migrations');

/** As the first version made its file. */
function openFirstVersion(folder: string) {
  const first = join(folder, 'migrations');
  cpSync(migrations, first, { recursive: true });
  const journal = join(first, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
  return openDatabase(join(folder, 'accounts.sqlite'), first).$client;
}

test('clients of before keep their secrets, and revoked tokens stay revoked', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'four-roles-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const before = openFirstVersion(folder);
  const client = before.prepare(
    `insert into clients (client_id, client_name, client_uri, secret_hash, redirect_uris,
       post_logout_redirect_uris, grant_types, scopes, is_resource_server)
     values (?, 'An app', 'https://app.example', ?, '[]', '[]', '[]', '[]', 0)`,
  );
  client.run('confidential', 'hash of its secret');
  client.run('public', null);
  before.prepare('insert into revoked_access_tokens values (?, ?)').run('jti', 9e9);
  before.close();

  const storage = openStorage(join(folder, 'accounts.sqlite'));
  t.after(storage.close);
  const confidential = (await storage.findClient('confidential'))!;
  assert.equal(confidential.tokenEndpointAuthMethod, 'client_secret_basic');
  assert.equal(confidential.secretHash, 'hash of its secret');
  assert.ok(isPublic((await storage.findClient('public'))!));
  const token = { jti: 'jti', clientId: 'confidential', issuedAt: 1 };
  assert.ok(await storage.isAccessTokenRevoked(token));
  assert.ok(!(await storage.isAccessTokenRevoked({ ...token, jti: 'another' })));
});
