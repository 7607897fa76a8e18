/** Where the wiretap listens, and what it refuses itself. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createRawServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { startWiretap } from '../src/wiretap/start-wiretap.ts';
import { watching } from './wiretap-notebook.ts';
import { call, soon, startRole, tap } from './wiretap-setting.ts';

const asking = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

test('What is no HTTP is refused as a role refuses it', soon, async (t) => {
  const role = createServer((_, response) => response.end('ok'));
  const rolePort = await listening(t, role);
  const port = await tap(t, rolePort);
  for (const nonsense of [
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\nHost x\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    asking.replace('Host: x', `X: ${'x'.repeat(70_000)}`),
  ]) {
    const [directly, through] = [call(t, rolePort), call(t, port)];
    for (const caller of [directly, through]) {
      caller.say(nonsense);
      await caller.closed;
    }
    assert.match(directly.got, /^HTTP\/1\.1 4\d\d /);
    assert.equal(through.got, directly.got);
  }
});

test(
  'It listens on both loopback addresses, and nowhere after it was closed',
  soon,
  async (t) => {
    const rolePort = await startRole(t, (socket) => {
      socket.on('data', () =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'),
      );
    });
    const wire = {
      to: 'worker',
      label: 'worker',
      publicPort: 0,
      privatePort: rolePort,
    } as const;
    const wiretap = await startWiretap({ ...wire, observer: () => watching({}) });
    const hosts = (await hasIpv6()) ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
    const callers = hosts.map((host) => call(t, wiretap.port, host).say(asking));
    for (const caller of callers) await caller.until('ok');
    await wiretap.close();
    for (const caller of callers) await caller.closed;
    for (const host of hosts) {
      const late = call(t, wiretap.port, host);
      await late.closed;
      assert.equal(late.reset, true);
    }
  },
);

test('A port that is taken is refused', soon, async (t) => {
  const privatePort = await listening(t, createServer());
  const wire = {
    to: 'worker',
    label: 'worker',
    publicPort: privatePort,
    privatePort,
  } as const;
  const start = startWiretap({ ...wire, observer: () => watching({}) });
  await assert.rejects(start, { code: 'EADDRINUSE' });
});

async function listening(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  return (server.address() as AddressInfo).port;
}

async function hasIpv6(): Promise<boolean> {
  const server = createRawServer().listen(0, '::1');
  const listens = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return listens;
}
