/** Ports: each role has its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPortsDiffer } from '../src/port.ts';
import { cast } from '../src/role.ts';

const ports = { client: 1, 'authorization-server': 2, 'resource-server': 3, worker: 4 };

test('two roles on one port are named, with the setting that moves one', () => {
  checkPortsDiffer(cast, ports);
  assert.throws(() => checkPortsDiffer(cast, { ...ports, 'resource-server': 2 }), {
    message:
      'The resource server and the authorization server are both to listen on port 2. ' +
      'Give RESOURCE_SERVER_ORIGIN another one.',
  });
});
