import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Party } from '../src/recording/exchange.ts';
import { labelPlace, spanOf } from '../src/viewer/diagram/place.ts';
import { formatSelection, readSelection } from '../src/viewer/selection.ts';

const lanes: Party[] = ['browser', 'client', 'authorization-server', 'resource-server'];

test('an arrow leads from the middle of one lane to the middle of the other', () => {
  assert.deepEqual(spanOf('client', 'resource-server', lanes), {
    left: 37.5,
    width: 50,
    direction: 'right',
  });
  assert.equal(spanOf('client', 'browser', lanes).direction, 'left');
});

test('a label stands above the middle of its arrow, but not over the edge', () => {
  assert.deepEqual(labelPlace(500, 200, 1000), { left: 400, width: 200 });
  assert.deepEqual(labelPlace(50, 200, 1000), { left: 0, width: 200 });
  assert.deepEqual(labelPlace(950, 200, 1000), { left: 800, width: 200 });
  assert.deepEqual(labelPlace(100, 2000, 1000), { left: 0, width: 1000 });
});

test('a link leads to one message of one run', () => {
  const selection = { run: '3f2a', message: 12, side: 'response' } as const;
  const hash = formatSelection(selection);
  assert.equal(hash, '#run=3f2a&message=12&side=response');
  assert.deepEqual(readSelection(hash), selection);
});

test('an address without a message opens none', () => {
  for (const hash of ['', '#messages', '#message=0', '#message=x&run=1']) {
    assert.equal(readSelection(hash), undefined);
  }
});
