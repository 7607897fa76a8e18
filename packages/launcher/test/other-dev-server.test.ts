import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkNoOtherDevServer } from '../src/other-dev-server.ts';
import { stubCast } from './stub-cast.ts';

test('a development server that runs already is named in one sentence; a stale lock is none', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const role = { ...stubCast[0]!, label: 'client', folder };
  await checkNoOtherDevServer(role);

  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const appUrl = `http://localhost:${port}`;
  mkdirSync(join(folder, '.next/dev'), { recursive: true });
  const lock = JSON.stringify({ pid: process.pid, port, appUrl });
  writeFileSync(join(folder, '.next/dev/lock'), lock);
  await assert.rejects(checkNoOtherDevServer(role), {
    message:
      `The client of this checkout runs for development already, at ${appUrl} ` +
      `(process ${process.pid}), and Next.js allows that once: stop that one first.`,
  });

  server.close();
  await once(server, 'close');
  await checkNoOtherDevServer(role);
});
