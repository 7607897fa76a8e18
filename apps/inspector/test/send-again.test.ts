/** A recorded message, sent once more through the wire, as it was or changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Heard, inspect } from './inspector-setting.ts';

/** Fields of a connection and of a framing, which are new each time. */
const ofTheConnection = [
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
];

function fieldsOf({ headers }: Heard): [string, string][] {
  return headers
    .flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, headers[index + 1]!]] : [],
    )
    .filter(([name]) => !ofTheConnection.includes(name.toLowerCase()));
}

test('as it was: method, target, fields in their order, and body', async (t) => {
  const { press, issuer, role, untilOver } = await inspect(t);
  await fetch(`${issuer}/token?a=b%20c`, {
    method: 'POST',
    headers: { Authorization: 'Basic YTpi', 'X-Case': 'Kept' },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: 'the-code' }),
  });
  const { status, body } = await press('/api/exchanges/1/send-again');
  assert.deepEqual([status, body], [202, { exchange: 2 }]);
  const again = await untilOver(2);
  assert.equal(again.sentAgain, 1);
  assert.equal(again.to, 'authorization-server');

  const [first, second] = role.heard as [Heard, Heard];
  assert.deepEqual(
    [second.method, second.url, second.body],
    ['POST', '/token?a=b%20c', 'grant_type=authorization_code&code=the-code'],
  );
  assert.deepEqual(fieldsOf(second), fieldsOf(first));
});

test('changed: what is named is new, the length fits, the rest stays', async (t) => {
  const { press, issuer, role, untilOver } = await inspect(t);
  await fetch(`${issuer}/token`, { method: 'POST', body: 'code=the-code' });
  const request = { target: '/introspect?q=ü', body: 'token=Ω' };
  await press('/api/exchanges/1/send-again', { request });
  await untilOver(2);
  const { url, body, headers } = role.heard[1]!;
  assert.deepEqual([url, body], ['/introspect?q=%C3%BC', 'token=Ω']);
  assert.equal(headers[headers.indexOf('Content-Length') + 1], '8');

  const withFields = { method: 'GET', headers: [['Host', 'localhost']], body: '' };
  await press('/api/exchanges/1/send-again', { request: withFields });
  await untilOver(3);
  const { method, headers: fields, body: none } = role.heard[2]!;
  assert.deepEqual([method, none], ['GET', '']);
  assert.deepEqual(fields, ['Host', 'localhost', 'Connection', 'close']);
});

test('what was compressed is sent as it can be read', async (t) => {
  const { press, issuer, role, untilOver } = await inspect(t);
  await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'Content-Encoding': 'gzip', 'Content-Type': 'text/plain' },
    body: gzipSync('code=the-code'),
  });
  await press('/api/exchanges/1/send-again');
  await untilOver(2);
  const { body, headers } = role.heard[1]!;
  assert.equal(body, 'code=the-code');
  assert.ok(!headers.some((field) => /content-encoding/i.test(field)));
});

test('it may be held like any other, and nobody waits for it', async (t) => {
  const { press, issuer, untilHeld, untilOver } = await inspect(t);
  await fetch(`${issuer}/account`);
  await press('/api/step', { on: true });
  const { body } = await press('/api/exchanges/1/send-again');
  assert.deepEqual(body, { exchange: 2 });
  await untilHeld(1);
  await press('/api/run');
  assert.equal((await untilOver(2)).response?.status, 200);
});

test('what is not there, or not there whole, cannot be sent again', async (t) => {
  const { press, issuer, recording } = await inspect(t);
  assert.equal((await press('/api/exchanges/1/send-again')).status, 404);
  await fetch(`${issuer}/token`, { method: 'POST', body: 'a'.repeat(3_000_000) });
  assert.equal(recording.exchange(1)?.request.body.cut, true);
  const { status, body } = await press('/api/exchanges/1/send-again');
  assert.equal(status, 400);
  assert.match(body.error_description!, /Only the beginning/);
});

test('what is no HTTP is refused at once: nobody waits for it, and nothing is written', async (t) => {
  const { press, issuer, role } = await inspect(t);
  await fetch(`${issuer}/token`);
  for (const request of [
    // Written byte by byte, U+010A would be a line break.
    { headers: [['X', '\u010aInjected: 1']] },
    { headers: [['X', '\x01']] },
    { method: 'FOO' },
    { method: 'connect' },
    { target: `/${'a'.repeat(70_000)}` },
  ]) {
    const { status, body } = await press('/api/exchanges/1/send-again', { request });
    assert.deepEqual([status, body.error], [400, 'invalid_request']);
  }
  assert.equal(role.heard.length, 1);
});
