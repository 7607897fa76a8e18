/** Roles that others reach over https through somebody in front of them, who ends TLS. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { environment } from '../src/config.ts';
import { freePort } from '../src/port.ts';
import { cast } from '../src/role.ts';

/** What a browser is told at the first page of a role, at an origin that is not its own place. */
async function policyAt(t: TestContext, name: string, host: string) {
  const folder = mkdtempSync(join(tmpdir(), 'behind-a-proxy-'));
  const role = cast.find((each) => each.name === name)!;
  const port = await freePort();
  // Nobody answers where the others would be: it must not find those that run on this machine.
  const nobody = `http://localhost:${await freePort()}`;
  const elsewhere = cast.map(({ originSetting }) => [originSetting, nobody]);
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: role.folder,
    env: {
      ...environment,
      NODE_TEST_CONTEXT: undefined,
      DATA_FOLDER: folder,
      REVOCATION_CHECK: 'local',
      CLIENT_ID: 'nightly',
      CLIENT_SECRET: 'secret',
      ...Object.fromEntries(elsewhere),
      [role.originSetting]: `https://${host}`,
      [role.portSetting]: String(port),
    },
  });
  t.after(async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
    rmSync(folder, { recursive: true });
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  while (!said.includes('listens on port')) {
    assert.equal(child.exitCode, null, said);
    const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    said += text;
  }
  const request = get({ host: '127.0.0.1', port, path: '/', headers: { Host: host } });
  const [response] = await once(request, 'response');
  response.resume();
  assert.equal(response.statusCode, 200, name);
  return response.headers['strict-transport-security'];
}

for (const name of ['authorization-server', 'resource-server', 'worker']) {
  test(`the ${name} speaks plain HTTP on loopback, and binds browsers to https (RFC 6797, section 7.1)`, async (t) => {
    assert.equal(await policyAt(t, name, 'acorn.example'), 'max-age=31536000');
  });
}
