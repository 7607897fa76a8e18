/** One connection of a caller is one connection to the role. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { test } from 'node:test';
import { notebook } from './wiretap-notebook.ts';
import { call, End, soon, startRole, tap } from './wiretap-setting.ts';

const asking = (target: string) => `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`;
const answering = (body: string) =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('Requests of one connection come on one connection', soon, async (t) => {
  let connections = 0;
  const rolePort = await startRole(t, (socket) => {
    connections += 1;
    socket.on('data', () => socket.write(answering('ok')));
  });
  const port = await tap(t, rolePort);
  const caller = call(t, port);
  for (const count of [1, 2, 3]) {
    await caller.say(asking('/')).until(answering('ok').length * count);
  }
  assert.equal(connections, 1);
  await call(t, port).say(asking('/')).until('ok');
  assert.equal(connections, 2);
});

test(
  'Requests that come before the last was answered are answered in order',
  soon,
  async (t) => {
    const rolePort = await startRole(t, (socket) => {
      const role = new End(socket);
      socket.on('data', () => {
        const targets = [...role.got.matchAll(/GET (\S+)/g)];
        role.say(answering(targets.at(-1)?.[1] ?? ''));
      });
    });
    const notes = notebook();
    const caller = call(t, await tap(t, rolePort, notes.observer));
    caller.say(['/1', '/2', '/3'].map(asking).join(''));
    assert.equal(await caller.until('/3'), ['/1', '/2', '/3'].map(answering).join(''));
    assert.equal(notes.exchanges.length, 3);
  },
);

test(
  'An idle connection that the role closes is closed for the caller',
  soon,
  async (t) => {
    const rolePort = await startRole(t, async (socket) => {
      await new End(socket).until('\r\n\r\n');
      socket.end(answering('ok'));
    });
    const caller = call(t, await tap(t, rolePort)).say(asking('/'));
    await caller.closed;
    assert.equal(caller.got, answering('ok'));
    assert.equal(caller.reset, false);
  },
);

test(
  'A request that meets a closing connection fails, and is not sent anew',
  soon,
  async (t) => {
    let requests = 0;
    const rolePort = await startRole(t, async (socket) => {
      const role = new End(socket);
      await role.until('/1');
      requests += 1;
      role.say(answering('ok'));
      await role.until('/2');
      requests += 1;
      socket.resetAndDestroy();
    });
    const caller = call(t, await tap(t, rolePort));
    await caller.say(asking('/1')).until('ok');
    caller.say(asking('/2'));
    await caller.closed;
    assert.equal(caller.got, answering('ok'));
    assert.equal(requests, 2);
  },
);

test(
  'How long a connection may idle, the role says, not its announcement',
  soon,
  async (t) => {
    const rolePort = await startRole(t, (socket) => {
      const fields = 'Keep-Alive: timeout=1\r\nContent-Length: 2';
      socket.on('data', () => socket.write(`HTTP/1.1 200 OK\r\n${fields}\r\n\r\nok`));
    });
    const agent = new Agent({
      keepAlive: true,
      maxSockets: 1,
      agentKeepAliveTimeoutBuffer: 0,
    });
    t.after(() => agent.destroy());
    const port = await tap(t, rolePort);
    const reused: boolean[] = [];
    for (const _ of [1, 2]) {
      const request = get({ host: '127.0.0.1', port, agent });
      const [response] = await once(request, 'response');
      response.resume();
      reused.push(request.reusedSocket);
      await once(response, 'end');
    }
    assert.deepEqual(reused, [false, true]);
  },
);

test('A caller that leaves takes its connection to the role along', soon, async (t) => {
  const left = Promise.withResolvers<void>();
  const rolePort = await startRole(t, (socket) => {
    const role = new End(socket);
    role.closed.then(left.resolve);
    socket.on('data', () => role.say(answering('ok')));
  });
  const caller = call(t, await tap(t, rolePort));
  await caller.say(asking('/')).until('ok');
  caller.socket.end();
  await left.promise;
});
