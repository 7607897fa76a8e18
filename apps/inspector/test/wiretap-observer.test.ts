/** What an observer is told, and that it can break nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notebook, watching } from './wiretap-notebook.ts';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

const request =
  'POST /token?a=%20 HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 4\r\n\r\n\x00\xffab';
const answer =
  'HTTP/1.1 400 Bad Request\r\nX-B: 1\r\nContent-Length: 2\r\nx-b: 2\r\n\r\n\x00\xff';

test('It is told of both messages, as they were', soon, async (t) => {
  const rolePort = await startRole(t, async (socket) => {
    await new End(socket).until(request);
    socket.write(answer, 'latin1');
  });
  const notes = notebook();
  const caller = call(t, await tap(t, rolePort, notes.observer)).say(request);
  await caller.until(answer);
  const told = await notes.finished(0);
  assert.deepEqual(told.request, {
    to: 'resource-server',
    method: 'POST',
    target: '/token?a=%20',
    headers: [
      ['Host', 'x'],
      ['X-A', '1'],
      ['x-a', '2'],
      ['Content-Length', '4'],
    ],
    remotePort: caller.socket.localPort,
  });
  assert.deepEqual(Buffer.concat(told.requestBody), Buffer.from('\x00\xffab', 'latin1'));
  assert.deepEqual(told.response, {
    status: 400,
    reason: 'Bad Request',
    headers: [
      ['X-B', '1'],
      ['Content-Length', '2'],
      ['x-b', '2'],
    ],
  });
  assert.deepEqual(Buffer.concat(told.responseBody), Buffer.from('\x00\xff', 'latin1'));
  assert.equal(told.trace, undefined);
  assert.deepEqual(told.course, ['request', 'head', 'response', 'done']);
});

test('The rule trace is for the observer alone', soon, async (t) => {
  const trace = 'x'.repeat(8192);
  const rolePort = await startRole(t, async (socket) => {
    await new End(socket).until('\r\n\r\n');
    socket.end(
      `HTTP/1.1 204 No Content\r\nA: 1\r\nfour-roles-TRACE: ${trace}\r\nB: 2\r\n\r\n`,
    );
  });
  const notes = notebook();
  const caller = call(t, await tap(t, rolePort, notes.observer));
  caller.say('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await caller.closed;
  assert.equal(caller.got, 'HTTP/1.1 204 No Content\r\nA: 1\r\nB: 2\r\n\r\n');
  const told = await notes.finished(0);
  assert.equal(told.trace, trace);
  assert.deepEqual(told.response?.headers, [
    ['A', '1'],
    ['B', '2'],
  ]);
});

test(
  'An observer that throws everywhere changes nothing, and is logged once',
  soon,
  async (t) => {
    const rolePort = await startRole(t, async (socket) => {
      await new End(socket).until(request);
      socket.write(answer, 'latin1');
    });
    const fail = () => {
      throw new Error('the observer is broken');
    };
    const failLater = async () => fail();
    const log: string[] = [];
    for (const observer of [
      fail,
      () => watching({ requestComplete: failLater, responseComplete: failLater }),
      () =>
        watching({
          mayHoldRequest: fail,
          requestBody: fail,
          requestComplete: fail,
          responseHead: fail,
          mayHoldResponse: fail,
          responseBody: fail,
          responseComplete: fail,
          done: fail,
        }),
      () =>
        watching({
          mayHoldRequest: () => true,
          requestComplete: failLater,
          mayHoldResponse: () => true,
          responseComplete: failLater,
        }),
    ]) {
      log.length = 0;
      const port = await tap(t, rolePort, observer, (line) => log.push(line));
      const caller = call(t, port).say(request);
      assert.equal(await caller.until(answer), answer);
      assert.equal(log.length, 1);
      assert.match(log[0]!, /the observer is broken/);
    }
  },
);
