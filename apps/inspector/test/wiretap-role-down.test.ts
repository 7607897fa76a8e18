/** What the wiretap says for itself, where the role says nothing. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { notebook } from './wiretap-notebook.ts';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

/** A port at which nobody listens. */
async function portOfNobody(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('A browser is told in a page which role is down, and where', soon, async (t) => {
  const rolePort = await portOfNobody();
  const notes = notebook();
  const port = await tap(t, rolePort, notes.observer);
  const response = await fetch(`http://127.0.0.1:${port}/user/userinfo`, {
    headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  });
  const page = await response.text();
  assert.equal(response.status, 502);
  assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(page, /<h1>The resource server is down<\/h1>/);
  assert.ok(page.includes(`127.0.0.1:${rolePort}`));
  assert.ok(page.includes(`http://localhost:${port}`));
  assert.doesNotMatch(page, /<script/);
  const style = /<style>(.*)<\/style>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(
    response.headers.get('content-security-policy'),
    `default-src 'none'; style-src 'sha256-${hash}'`,
  );
  const { failure, course } = await notes.finished(0);
  assert.match(failure ?? '', /resource server does not answer at 127\.0\.0\.1:\d+/);
  assert.deepEqual(course, ['request', 'failed']);
});

test('A program is told in JSON', soon, async (t) => {
  const port = await tap(t, await portOfNobody());
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: 'x',
  });
  assert.equal(response.status, 502);
  const body = await response.json();
  assert.equal(body.error, 'bad_gateway');
  assert.match(body.error_description, /^The resource server is down\./);
});

test('A long request to a role that is down is read to its end', soon, async (t) => {
  const port = await tap(t, await portOfNobody());
  const body = Buffer.alloc(5_000_000);
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
  assert.equal(response.status, 502);
});

test('The same connection reaches the role once it is up', soon, async (t) => {
  const rolePort = await portOfNobody();
  const port = await tap(t, rolePort);
  const caller = call(t, port).say('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await caller.until('502 Bad Gateway');
  const role = createServer((socket) => {
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  role.listen(rolePort, '127.0.0.1');
  await once(role, 'listening');
  t.after(() => role.close());
  await caller.say('GET / HTTP/1.1\r\nHost: x\r\n\r\n').until('200 OK');
});

test('An upgrade to a role that is down is refused', soon, async (t) => {
  const notes = notebook();
  const port = await tap(t, await portOfNobody(), notes.observer);
  const caller = call(t, port).say(
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  await caller.closed;
  assert.match(caller.got, /^HTTP\/1\.1 502 Bad Gateway\r\n/);
  assert.match((await notes.finished(0)).failure ?? '', /does not answer/);
});

test('What is no HTTP is not passed on as an answer', soon, async (t) => {
  const notes = notebook();
  const rolePort = await startRole(t, async (socket) => {
    await new End(socket).until('\r\n\r\n');
    socket.write('SSH-2.0-OpenSSH\r\n');
  });
  const port = await tap(t, rolePort, notes.observer);
  const response = await fetch(`http://127.0.0.1:${port}/`);
  assert.equal(response.status, 502);
  const { error_description } = await response.json();
  assert.match(error_description, /resource server does not speak HTTP/);
  assert.match((await notes.finished(0)).failure ?? '', /no answer that HTTP knows/);
});
