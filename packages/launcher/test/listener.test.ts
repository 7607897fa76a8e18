/** Ports: everything that listens has its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspector } from '../src/inspector.ts';
import { checkPortsDiffer, listenersOf, portsOf } from '../src/listener.ts';
import { cast } from '../src/role.ts';

const origins = {
  inspector: 'http://localhost:9009',
  client: 'http://localhost:9000',
  'authorization-server': 'http://localhost:9001',
  'resource-server': 'http://localhost:9002',
  worker: 'http://localhost:9003',
};

test('alone, each role listens at the port of its origin', () => {
  const listeners = listenersOf(cast, origins, {}, undefined);
  assert.deepEqual(
    listeners.map(({ label, port, setting }) => [label, port, setting]),
    [
      ['client', 9000, 'CLIENT_ORIGIN'],
      ['authorization server', 9001, 'AUTHORIZATION_SERVER_ORIGIN'],
      ['resource server', 9002, 'RESOURCE_SERVER_ORIGIN'],
      ['worker', 9003, 'WORKER_ORIGIN'],
    ],
  );
});

test('behind the inspector, each listens 100 above, or where it was told to', () => {
  const ports = portsOf(cast, origins, { worker: 4000 }, inspector);
  assert.deepEqual(ports, {
    inspector: 9009,
    client: 9100,
    'authorization-server': 9101,
    'resource-server': 9102,
    worker: 4000,
  });
  const listeners = listenersOf(cast, origins, { worker: 4000 }, inspector);
  assert.deepEqual(
    listeners.map(({ port }) => port),
    [9009, 9000, 9001, 9002, 9003, 9100, 9101, 9102, 4000],
  );
  assert.deepEqual(listeners.at(-1), {
    label: 'worker behind the inspector',
    port: 4000,
    setting: 'WORKER_PORT',
    elsewhere: '4100',
  });
});

test('two on one port are named, with the setting that moves one', () => {
  checkPortsDiffer(listenersOf(cast, origins, {}, inspector));
  const ownPorts = { 'resource-server': 9001 };
  assert.throws(() => checkPortsDiffer(listenersOf(cast, origins, ownPorts, undefined)), {
    message:
      'The resource server and the authorization server are both to listen on port 9001. ' +
      'Give RESOURCE_SERVER_PORT another one.',
  });
  const moved = { ...origins, client: 'http://localhost:9102' };
  assert.throws(() => checkPortsDiffer(listenersOf(cast, moved, {}, inspector)), {
    message:
      'The resource server behind the inspector and the client are both to listen on ' +
      'port 9102. Give RESOURCE_SERVER_PORT another one.',
  });
});
