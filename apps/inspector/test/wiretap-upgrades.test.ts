/** WebSockets: RFC 6455, section 4. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { notebook } from './wiretap-notebook.ts';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

const upgrade = [
  'GET /_next/hmr HTTP/1.1',
  'Host: localhost:9000',
  'Connection: keep-alive, Upgrade',
  'UPGRADE: websocket',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n');
const agreed = [
  'HTTP/1.1 101 Switching Protocols',
  'upgrade: websocket',
  'Connection: Upgrade',
  'Set-Cookie: a=1',
  '\r\n',
].join('\r\n');

async function bothEnds(t: TestContext, request: string) {
  const accepted = Promise.withResolvers<Socket>();
  const rolePort = await startRole(t, accepted.resolve);
  const notes = notebook({ mayHoldRequest: () => true });
  const caller = call(t, await tap(t, rolePort, notes.observer)).say(request);
  const role = new End(await accepted.promise);
  await role.until(upgrade);
  return { caller, role, notes };
}

test('An upgrade passes as it came and becomes a tunnel', soon, async (t) => {
  const { caller, role, notes } = await bothEnds(t, upgrade);
  assert.equal(role.got, upgrade);
  role.say(`${agreed}\x81\x02hi`);
  assert.equal(await caller.until('hi'), `${agreed}\x81\x02hi`);
  caller.say('\x81\x82\x00\xffping');
  await role.until('\x81\x82\x00\xffping');
  role.say('pong');
  await caller.until('pong');
  assert.deepEqual((await notes.finished(0)).course, ['request', 'head', 'upgraded']);
});

test('What the caller sends right behind its request is not lost', soon, async (t) => {
  const { role } = await bothEnds(t, `${upgrade}early`);
  role.say(agreed);
  await role.until('early');
});

test('Where one end of a tunnel hangs up, the other is hung up on', soon, async (t) => {
  const first = await bothEnds(t, upgrade);
  first.role.say(agreed);
  await first.caller.until(agreed);
  first.caller.socket.destroy();
  await first.role.closed;

  const second = await bothEnds(t, upgrade);
  second.role.say(agreed);
  await second.caller.until(agreed);
  second.role.say('bye').socket.end();
  await second.caller.closed;
  assert.ok(second.caller.got.endsWith('bye'));
});

test('A refused upgrade is answered like anything else', soon, async (t) => {
  const { caller, role, notes } = await bothEnds(t, upgrade);
  const refusal = 'HTTP/1.1 403 Forbidden\r\nX-A: 1\r\ncontent-length: 2\r\n\r\nno';
  role.say(refusal);
  await caller.closed;
  assert.equal(caller.got, refusal);
  const told = await notes.finished(0);
  assert.deepEqual(told.course, ['request', 'head', 'response', 'done']);
});

test('A role that does not answer an upgrade hangs up on the caller', soon, async (t) => {
  const { caller, role, notes } = await bothEnds(t, upgrade);
  role.socket.destroy();
  await caller.closed;
  assert.match((await notes.finished(0)).failure ?? '', /hung up/);
});

test(
  'A caller that hangs up before the role agrees ends the request',
  soon,
  async (t) => {
    const { caller, role, notes } = await bothEnds(t, upgrade);
    caller.socket.destroy();
    await role.closed;
    assert.match((await notes.finished(0)).failure ?? '', /caller hung up/);
  },
);

test('An offer of HTTP/2 is passed on as an ordinary request', soon, async (t) => {
  const offer =
    'POST / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n' +
    'HTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: 2\r\n\r\nok';
  const rolePort = await startRole(t, async (socket) => {
    const role = new End(socket);
    assert.equal(await role.until(offer), offer);
    role.say('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes');
  });
  await call(t, await tap(t, rolePort))
    .say(offer)
    .until('yes');
});
