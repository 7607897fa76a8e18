import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rule } from '@four-roles/protocol/rule';
import { encodeTrace } from '@four-roles/protocol/rule-trace';
import type { RawHeaders } from '../src/recording/exchange.ts';
import { recordedWorld } from './recorded-world.ts';

const call = {
  from: 'worker',
  to: 'resource-server',
  line: 'GET /business/contacts',
} as const;

test('an exchange is kept as it crossed the wire', (t) => {
  const world = recordedWorld(t);
  const sent = world.send({
    ...call,
    headers: [
      ['X-Twice', '1'],
      ['x-twice', '2'],
    ],
  });
  world.pass(2);
  const headers: RawHeaders = [
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ];
  const { request, response, ...rest } = sent.answer({
    status: 201,
    headers,
    body: 'hello',
  });
  assert.deepEqual(request.headers.slice(1), [
    ['X-Twice', '1'],
    ['x-twice', '2'],
  ]);
  assert.deepEqual(response, {
    ...{ status: 201, reason: '', headers },
    body: { text: 'hello', encoding: 'utf-8', size: 5 },
  });
  assert.deepEqual(rest, {
    ...{ id: 1, from: 'worker', to: 'resource-server', flow: 1, verdicts: [] },
    ...{ startedAt: 1_800_000_000_000, finishedAt: 1_800_000_002_000, heldFor: 0 },
  });
});

test('the verdicts of a role are read out of its trace', (t) => {
  const world = recordedWorld(t);
  const rule: Rule = {
    id: 'state-matches',
    spec: 'RFC 6749, section 10.12',
    level: 'MUST',
    says: 'It is ours.',
    stops: 'Forgery.',
    fix: 'Send back the state that you were given.',
    error: 'invalid_request',
  };
  const verdict = { rule, passed: false, expected: 'a', received: 'b' };
  const { verdicts } = world.exchange(call, { trace: encodeTrace([verdict]) });
  assert.deepEqual(verdicts, [{ ...verdict, expected: '"a"', received: '"b"' }]);
  const again = world.exchange(call, { trace: encodeTrace([verdict]) });
  assert.equal(again.verdicts[0]?.rule, verdicts[0]?.rule, 'one text for both');
  assert.deepEqual(world.exchange(call, { trace: 'nonsense' }).verdicts, []);
});

test('a failure is kept with its reason', (t) => {
  const world = recordedWorld(t);
  const sent = world.send(call);
  sent.watching.failed('The resource server is down.');
  assert.equal(sent.now().failure, 'The resource server is down.');
  assert.ok(sent.now().finishedAt);
  assert.equal(sent.now().response, undefined);
});

test('a tunnel is marked, and over', (t) => {
  const world = recordedWorld(t);
  const sent = world.send({ ...call, headers: [['Upgrade', 'websocket']] });
  sent.watching.upgraded();
  assert.equal(sent.now().upgraded, true);
  assert.equal(sent.now().noise, true);
  assert.ok(sent.now().finishedAt);
});

test('an answer may come before the request is whole', async (t) => {
  const world = recordedWorld(t);
  const watching = world.recording.observer({
    ...{ to: 'client', method: 'POST', target: '/compose/send', headers: [] },
    remotePort: 1,
  });
  watching.mayHoldRequest();
  watching.responseHead({ status: 413, reason: '', headers: [] }, undefined);
  watching.requestBody(Buffer.from('rest'));
  await watching.requestComplete();
  await watching.responseComplete();
  watching.done();
  const { request, response, flow } = world.recording.exchange(1)!;
  assert.deepEqual([request.body.text, response?.status, flow], ['rest', 413, 1]);
});

test('a message that is sent again is marked, and stands beside the first', async (t) => {
  const world = recordedWorld(t);
  const first = world.exchange(call);
  world.pass(600);
  const arrived = world.recording.expectFrom(40_001, first.id);
  world.exchange({ ...call, from: 'curl' });
  const again = world.exchange({ ...call, remotePort: 40_001 });
  assert.equal(again.sentAgain, first.id);
  assert.equal(again.flow, first.flow);
  assert.equal(again.cause, undefined);
  assert.equal(await arrived, again.id);
  assert.equal(world.exchange({ ...call, remotePort: 40_001 }).sentAgain, undefined);
});

test('a port that nothing came from is soon that of anybody', (t) => {
  const world = recordedWorld(t);
  world.exchange(call);
  world.recording.expectFrom(40_001, 1);
  world.pass(11);
  assert.equal(world.exchange({ ...call, remotePort: 40_001 }).sentAgain, undefined);
});

test('a recording for export is the whole or one flow', (t) => {
  const world = recordedWorld(t);
  world.exchange(call);
  world.exchange({ ...call, from: 'curl' });
  const { exchanges, flows } = world.recording.toRecording(2);
  assert.deepEqual(
    [exchanges.map(({ id }) => id), flows.map(({ id }) => id)],
    [[2], [2]],
  );
  assert.equal(world.recording.toRecording().exchanges.length, 2);
});
