/** `pnpm rotate-keys` tells which database it changed, and whether the server works with it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeClock } from '@four-roles/protocol/clock';
import { localCertificates } from '@four-roles/runtime/local-certificates';
import { freePort } from '../src/port.ts';
import { cast } from '../src/role.ts';
import { startRoles } from '../src/roles.ts';
import { rootFolder } from '../src/root-folder.ts';

/** The two servers, and the command with their settings or with others. */
async function servers(t: TestContext, { secure = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-keys-'));
  const dataFolder = join(folder, 'data');
  const roles = await startRoles({
    mode: 'start',
    dataFolder,
    roles: cast.filter(({ name }) => name.endsWith('-server')),
    certificates: secure ? await localCertificates(join(dataFolder, 'tls')) : undefined,
  });
  t.after(async () => {
    await roles.stopAll();
    rmSync(folder, { recursive: true });
  });
  const accounts = roles.origins['authorization-server'];
  const inspector = `http://localhost:${await freePort()}`;
  const rotateKeys = (settings: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['packages/launcher/src/rotate-keys.ts'], {
      cwd: rootFolder,
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: undefined,
        DATA_FOLDER: dataFolder,
        INSPECTOR_ORIGIN: inspector,
        AUTHORIZATION_SERVER_ORIGIN: accounts,
        ...settings,
      },
      encoding: 'utf8',
    });
  return {
    accounts,
    apis: roles.origins['resource-server'],
    folder,
    dataFolder,
    roles,
    rotateKeys,
  };
}

for (const secure of [false, true]) {
  test(`the server has the new key (${secure ? 'https' : 'http'})`, async (t) => {
    const { accounts, dataFolder, rotateKeys } = await servers(t, { secure });
    assert.equal(new URL(accounts).protocol, secure ? 'https:' : 'http:');
    const { stdout, stderr, status } = rotateKeys();
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`\nThe keys in ${dataFolder}/.*, at .* UTC:\n`));
    assert.ok(stdout.endsWith(`\nThe server at ${accounts} has it.\n`), stdout);
  });
}

test('the server works with another data folder: the command fails, and asks about that', async (t) => {
  const { accounts, folder, rotateKeys } = await servers(t);
  const another = join(folder, 'another');
  const { stdout, stderr, status } = rotateKeys({ DATA_FOLDER: another });
  assert.equal(status, 1);
  assert.match(stdout, new RegExp(`\nThe keys in ${another}/`));
  assert.equal(
    stderr,
    `The server at ${accounts} does not have it: does it run with another DATA_FOLDER?\n`,
  );
});

test('somebody else answers there: the command fails, and says what it was told', async (t) => {
  const { apis, rotateKeys } = await servers(t);
  const { stderr, status } = rotateKeys({ AUTHORIZATION_SERVER_ORIGIN: apis });
  assert.equal(status, 1);
  assert.equal(
    stderr,
    `The server at ${apis} could not be asked whether it has it (status 404). ` +
      'Are AUTHORIZATION_SERVER_ORIGIN and DATA_FOLDER those of the server?\n',
  );
});

test('no server runs: the key is there at its next start; a clock that was moved is named', async (t) => {
  const { accounts, folder, roles, rotateKeys } = await servers(t);
  const clockFile = join(folder, 'clock');
  writeClock(clockFile, { movedBy: -60_000 });
  await roles.stop('authorization-server');
  const { stdout, stderr, status } = rotateKeys({ CLOCK_FILE: clockFile });
  assert.equal(status, 0, stderr);
  assert.ok(stdout.includes(` UTC by the clock in ${clockFile}:\n`), stdout);
  assert.ok(
    stdout.endsWith(
      `\nNo server answers at ${accounts}; it will have it at its next start.\n`,
    ),
    stdout,
  );
  const [, kid = ''] = /^A new key, (\S+),/.exec(stdout) ?? [];
  await roles.start('authorization-server');
  const keySet = await (await fetch(`${accounts}/jwks`)).text();
  assert.ok(keySet.includes(`"${kid}"`), keySet);
});
