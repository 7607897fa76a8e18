/** TLS, and what becomes of those who do not speak it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { createHttpServer } from '../src/http-server.ts';
import { certificateFiles } from './certificate-files.ts';

const files = await certificateFiles();
const tls = {
  cert: readFileSync(files.certificateFile, 'utf8'),
  key: readFileSync(files.keyFile, 'utf8'),
};
const ca = readFileSync(files.authorityFile);

async function start(t: TestContext) {
  const served: string[] = [];
  const server = createHttpServer(
    'https://localhost:9001',
    tls,
    {},
    (request, response) => {
      served.push(request.url!);
      response.end('served');
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, served, port: (server.address() as AddressInfo).port };
}

/** Everything that comes back, until the other end has closed. */
async function exchange(port: number, ...pieces: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const answer = text(socket);
  for (const piece of pieces) socket.write(piece);
  return answer;
}

test('who trusts the authority is served over TLS', async (t) => {
  const { port } = await start(t);
  const request = get({ host: 'localhost', port, ca, agent: false });
  const [response] = await once(request, 'response');
  assert.equal(await text(response), 'served');
  assert.equal(response.socket.authorized, true);
});

test('who does not know the authority sends nothing', async (t) => {
  const { port, served } = await start(t);
  await assert.rejects(fetch(`https://localhost:${port}/`), (error: Error) =>
    /unable to verify/.test(String(error.cause)),
  );
  assert.deepEqual(served, []);
});

test('plain HTTP gets a sentence with the right address, and reaches nobody', async (t) => {
  const { port, served } = await start(t);
  const response = await fetch(`http://localhost:${port}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_secret: 'secret' }),
  });
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.equal(
    await response.text(),
    'Plain HTTP is refused here: this port speaks HTTPS. Open https://localhost:9001/\n',
  );
  assert.deepEqual(served, []);
});

test('anything else gets the same, however little or much it is', async (t) => {
  const { port } = await start(t);
  const long = Buffer.alloc(200_000, 'x');
  for (const pieces of [['G'], ['SSH-2.0-OpenSSH_10.0\r\n'], [long, long]]) {
    assert.match(await exchange(port, ...pieces), /^HTTP\/1\.1 400 Bad Request\r\n/);
  }
});

test('a connection that says nothing is closed', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { port, server } = await start(t);
  const accepted = once(server, 'connection');
  const closed = once(connect(port, '127.0.0.1').resume(), 'close');
  await accepted;
  t.mock.timers.tick(5000);
  await closed;
});

test('when it stops, whoever is being served is served to the end', async (t) => {
  const { port, server } = await start(t);
  const request = get({ host: 'localhost', port, ca, agent: false });
  const [response] = await once(request, 'response');
  const closed = once(server, 'close');
  server.close();
  assert.equal(await text(response), 'served');
  await closed;
});
