/** Callers that expect TLS: the wiretap speaks it, and the role behind it need not. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { localCertificates } from '@four-roles/runtime/local-certificates';
import { sendThroughWiretap } from '../src/send-to-role.ts';
import { startWiretap } from '../src/wiretap/start-wiretap.ts';
import { notebook } from './wiretap-notebook.ts';
import { call, End, soon, startRole } from './wiretap-setting.ts';

const folder = mkdtempSync(join(tmpdir(), 'wiretap-tls-'));
after(() => rmSync(folder, { recursive: true }));
const { cert, key, ca } = await certificateIn(join(folder, 'known'));
setDefaultCACertificates([...getCACertificates('default'), ca]);

async function certificateIn(place: string) {
  const { certificateFile, keyFile, authorityFile } = await localCertificates(place);
  const read = (file: string) => readFileSync(file, 'utf8');
  return { cert: read(certificateFile), key: read(keyFile), ca: read(authorityFile) };
}

const origin = 'https://localhost:9002';
const get = 'GET /a HTTP/1.1\r\nHost: localhost:9002\r\nX-Case: Kept\r\n\r\n';

/** A role that speaks no TLS, and the wiretap in front of it, which does. */
async function secureTap(t: TestContext, tls = { cert, key }) {
  const accepted = Promise.withResolvers<Socket>();
  const privatePort = await startRole(t, accepted.resolve);
  const { observer, ...notes } = notebook();
  const wiretap = await startWiretap({
    ...{ to: 'resource-server', label: 'resource server', publicPort: 0, privatePort },
    ...{ secure: { tls, origin }, observer },
  });
  t.after(() => wiretap.close());
  const role = accepted.promise.then((socket) => new End(socket));
  return { port: wiretap.port, role, notes };
}

async function secureCall(t: TestContext, port: number): Promise<End> {
  const socket = connect({ host: '127.0.0.1', port, servername: 'localhost' });
  t.after(() => socket.destroy());
  await once(socket, 'secureConnect');
  assert.equal(socket.authorized, true);
  return new End(socket);
}

test(
  'What is said under TLS reaches the role as it was said, and back',
  soon,
  async (t) => {
    const { port, role: comes, notes } = await secureTap(t);
    const caller = (await secureCall(t, port)).say(get);
    const role = await comes;
    assert.equal(await role.until('\r\n\r\n'), get);
    role.say('HTTP/1.1 200 OK\r\nset-COOKIE: a=b; Secure\r\nContent-Length: 2\r\n\r\nok');
    assert.equal(
      await caller.until('ok'),
      'HTTP/1.1 200 OK\r\nset-COOKIE: a=b; Secure\r\nContent-Length: 2\r\n\r\nok',
    );
    assert.deepEqual((await notes.finished(0)).course, [
      'request',
      'head',
      'response',
      'done',
    ]);
  },
);

test('A WebSocket becomes a tunnel under TLS', soon, async (t) => {
  const { port, role: comes } = await secureTap(t);
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  const caller = (await secureCall(t, port)).say(get.replace(/\r\n$/, upgrade));
  const role = await comes;
  await role.until('websocket\r\n\r\n');
  role.say(`HTTP/1.1 101 Switching Protocols\r\n${upgrade}hello`);
  await caller.until('hello');
  caller.say('hello yourself');
  await role.until('hello yourself');
});

test(
  'An answer that is cut is cut under TLS too: nobody takes it for the whole',
  soon,
  async (t) => {
    const { port, role: comes, notes } = await secureTap(t);
    const caller = (await secureCall(t, port)).say(get);
    const role = await comes;
    await role.until('\r\n\r\n');
    role.say('HTTP/1.1 200 OK\r\n\r\none');
    await caller.until('one');
    role.socket.resetAndDestroy();
    await caller.closed;
    assert.equal(caller.reset, true);
    assert.match((await notes.finished(0)).failure ?? '', /broke off its answer/);
  },
);

test(
  'Plain HTTP is refused with the right address, and is no message',
  soon,
  async (t) => {
    const { port, notes } = await secureTap(t);
    const caller = call(t, port).say(get);
    await caller.closed;
    assert.match(caller.got, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.match(
      caller.got,
      /Plain HTTP is refused here.* Open https:\/\/localhost:9002\/\n$/,
    );
    assert.equal(notes.exchanges.length, 0);
  },
);

test(
  'The inspector sends its own under TLS, and checks whom it speaks to',
  soon,
  async (t) => {
    const { port, role: comes, notes } = await secureTap(t);
    const message = {
      method: 'POST',
      target: '/runs',
      headers: [],
      body: Buffer.alloc(0),
    };
    await sendThroughWiretap(`https://localhost:${port}`, message);
    await (await comes).until('POST /runs HTTP/1.1\r\n');
    assert.equal(notes.exchanges.length, 1);
    const stranger = await secureTap(t, await certificateIn(join(folder, 'stranger')));
    const asked = sendThroughWiretap(`https://localhost:${stranger.port}`, message);
    await assert.rejects(asked, { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
  },
);
