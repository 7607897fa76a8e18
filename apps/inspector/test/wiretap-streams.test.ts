/** Slow bodies pass piece by piece, and whoever breaks off is seen to break off. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { notebook, type Told } from './wiretap-notebook.ts';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

/** A caller and a role, with the wiretap between them. */
async function bothEnds(t: TestContext, request: string) {
  const accepted = Promise.withResolvers<Socket>();
  const rolePort = await startRole(t, accepted.resolve);
  const notes = notebook();
  const caller = call(t, await tap(t, rolePort, notes.observer));
  caller.say(request);
  const role = new End(await accepted.promise);
  await role.until('\r\n\r\n');
  return { caller, role, notes };
}

const get = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

test('Each piece of an answer is there before the next is sent', soon, async (t) => {
  const { caller, role, notes } = await bothEnds(t, get);
  role.say('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
  await caller.until('chunked\r\n\r\n');
  for (const piece of ['one', 'two', 'six']) {
    role.say(`3\r\n${piece}\r\n`);
    await caller.until(`3\r\n${piece}\r\n`);
  }
  role.say('0\r\n\r\n');
  await caller.until('0\r\n\r\n');
  const told = await notes.finished(0);
  assert.equal(told.responseBody.join(''), 'onetwosix');
  assert.deepEqual(told.course, ['request', 'head', 'response', 'done']);
});

test('An event stream passes event by event', soon, async (t) => {
  const { caller, role } = await bothEnds(t, get);
  role.say('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n');
  await caller.until('data: 1\n\n');
  role.say('data: 2\n\n');
  await caller.until('data: 2\n\n');
});

test('Each piece of a request is there before the next is sent', soon, async (t) => {
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n';
  const { caller, role } = await bothEnds(t, head);
  await role.until('one'.length + head.length - 3);
  caller.say('one');
  await role.until('one');
  caller.say('two');
  await role.until('two');
});

test('The role may answer before the request is whole', soon, async (t) => {
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n';
  const { caller, role } = await bothEnds(t, head);
  role.say('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n');
  await caller.until('413');
  caller.say('onetwo');
  await role.until('onetwo');
});

test(
  'A caller that hangs up in the middle ends the request to the role',
  soon,
  async (t) => {
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n';
    const { caller, role, notes } = await bothEnds(t, head);
    caller.say('one');
    await role.until('one');
    caller.socket.destroy();
    await role.closed;
    assert.match((await notes.finished(0)).failure ?? '', /caller hung up/);
  },
);

test(
  'A caller that hangs up while it waits ends the request to the role',
  soon,
  async (t) => {
    for (const hangUp of ['destroy', 'resetAndDestroy'] as const) {
      const { caller, role, notes } = await bothEnds(t, get);
      caller.socket[hangUp]();
      await role.closed;
      assert.match((await notes.finished(0)).failure ?? '', /caller hung up/);
    }
  },
);

test('A caller that hangs up during the answer ends it for the role', soon, async (t) => {
  const { caller, role, notes } = await bothEnds(t, get);
  role.say('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\none');
  await caller.until('one');
  caller.socket.destroy();
  await role.closed;
  assert.match((await notes.finished(0)).failure ?? '', /caller hung up/);
});

for (const [kind, field, piece] of [
  ['with a length', 'Content-Length: 6', 'one'],
  ['in chunks', 'Transfer-Encoding: chunked', '3\r\none\r\n'],
] as const) {
  test(
    `An answer ${kind} that the role breaks off is cut for the caller`,
    soon,
    async (t) => {
      const { caller, role, notes } = await bothEnds(t, get);
      const sent = `HTTP/1.1 200 OK\r\n${field}\r\n\r\n${piece}`;
      role.say(sent).socket.end();
      await caller.closed;
      assert.equal(caller.got, sent);
      const told = await notes.finished(0);
      assert.equal(told.failure, 'The resource server broke off its answer.');
      assert.deepEqual(told.course, ['request', 'head', 'failed']);
    },
  );
}

test(
  'An answer that would end with its connection is reset when it is cut',
  soon,
  async (t) => {
    const { caller, role, notes } = await bothEnds(t, get);
    role.say('HTTP/1.1 200 OK\r\n\r\none');
    await caller.until('one');
    role.socket.resetAndDestroy();
    await caller.closed;
    assert.equal(caller.reset, true);
    assert.equal(
      (await notes.finished(0)).failure,
      'The resource server broke off its answer.',
    );
  },
);

test('A role that hangs up without an answer hangs up on the caller', soon, async (t) => {
  for (const hangUp of ['destroy', 'resetAndDestroy'] as const) {
    const { caller, role, notes } = await bothEnds(t, get);
    role.socket[hangUp]();
    await caller.closed;
    assert.equal(caller.got, '');
    const { failure } = await notes.finished(0);
    assert.equal(failure, 'The resource server hung up before it had answered.');
  }
});

test(
  'A reader that does not read is not sent more than a few buffers, and the rest when it does',
  soon,
  async (t) => {
    const { caller, role, notes } = await bothEnds(t, get);
    const size = 30_000_000;
    caller.socket.pause();
    role.say(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
    role.socket.write(Buffer.alloc(size));
    const drained = once(role.socket, 'drain');

    // One that reads on regardless takes 64 KB at each turn, and so all of it.
    for (let turn = 0; turn < 1000; turn += 1) await nextTurn();
    const [{ responseBody }] = notes.exchanges as [Told];
    const taken = Buffer.concat(responseBody).length;
    assert.ok(taken < size / 2, `${taken} bytes were taken`);

    caller.socket.resume();
    await drained;
    await caller.until(size);
  },
);
