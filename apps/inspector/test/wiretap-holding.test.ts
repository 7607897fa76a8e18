/** Messages that are held in the wire, or taken out of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestHeld } from '../src/wiretap/pour.ts';
import { answer, held, post } from './wiretap-held.ts';
import { soon } from './wiretap-setting.ts';

/** All that is said of a message that is dropped: nobody sends it again then. */
const processing = 'HTTP/1.1 102 Processing\r\n\r\n';

test('A held request reaches the role when it is let go, as it was', soon, async (t) => {
  const wire = await held(t);
  await wire.requestHeld;
  assert.equal(wire.reached(), false);
  assert.equal(wire.notes.exchanges[0]?.requestBody.join(''), 'a=1&b=2');
  wire.releaseRequest(undefined);
  const role = await wire.role;
  assert.equal(await role.until(post), post);
});

test('A held answer reaches the caller when it is let go, as it was', soon, async (t) => {
  for (const given of [
    answer,
    answer.replace(
      'Content-Length: 2\r\n\r\nok',
      'Transfer-Encoding: chunked\r\nTrailer: X-C\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\nX-C: 1\r\n\r\n',
    ),
  ]) {
    const wire = await held(t);
    wire.releaseRequest({});
    const role = await wire.role;
    await role.until(post);
    role.say(given);
    await wire.responseHeld;
    assert.equal(wire.caller.got, '');
    wire.releaseResponse(undefined);
    assert.equal(await wire.caller.until(given.length), given);
    const told = await wire.notes.finished(0);
    assert.deepEqual(told.course, ['request', 'head', 'response', 'done']);
  }
});

test('A request that is taken out of the wire reaches nobody', soon, async (t) => {
  const wire = await held(t);
  wire.releaseRequest('drop');
  await wire.caller.closed;
  assert.equal(wire.caller.got, processing);
  assert.equal((await wire.notes.finished(0)).failure, 'It was taken out of the wire.');
  assert.equal(wire.reached(), false);
});

test('An answer that is taken out of the wire reaches nobody', soon, async (t) => {
  const wire = await held(t);
  wire.releaseRequest(undefined);
  (await wire.role).say(answer);
  wire.releaseResponse('drop');
  await wire.caller.closed;
  assert.equal(wire.caller.got, processing);
  assert.equal((await wire.notes.finished(0)).failure, 'It was taken out of the wire.');
});

test(
  'A caller that hangs up while its request is held: nothing is sent',
  soon,
  async (t) => {
    const wire = await held(t);
    await wire.requestHeld;
    wire.caller.socket.destroy();
    assert.match((await wire.notes.finished(0)).failure ?? '', /caller hung up/);
    wire.releaseRequest(undefined);
    await new Promise(setImmediate);
    assert.equal(wire.reached(), false);
  },
);

test('A caller that hangs up while its answer is held', soon, async (t) => {
  const wire = await held(t);
  wire.releaseRequest(undefined);
  (await wire.role).say(answer);
  await wire.responseHeld;
  wire.caller.socket.destroy();
  assert.match((await wire.notes.finished(0)).failure ?? '', /caller hung up/);
});

test(
  'Who waits to be told to continue is told, so that there is something to hold',
  soon,
  async (t) => {
    const head = post
      .replace('X-A: 1', 'Expect: 100-continue')
      .slice(0, -'a=1&b=2'.length);
    const wire = await held(t, head);
    await wire.caller.until('HTTP/1.1 100 Continue\r\n\r\n');
    wire.caller.say('a=1&b=2');
    wire.releaseRequest(undefined);
    const role = await wire.role;
    await role.until(`${head}a=1&b=2`);
    wire.releaseResponse(undefined);
    role.say(`HTTP/1.1 100 Continue\r\n\r\n${answer}`);
    await wire.caller.until(answer);
    assert.equal(wire.caller.got, `HTTP/1.1 100 Continue\r\n\r\n${answer}`);
  },
);

test('What is too long to be held streams', soon, async (t) => {
  const body = 'x'.repeat(longestHeld + 1);
  const long = post
    .replace('length: 7', `length: ${body.length}`)
    .replace('a=1&b=2', body);
  const wire = await held(t, long);
  const role = await wire.role;
  assert.equal((await role.until(long.length)) === long, true);
  const longAnswer = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  role.say(longAnswer);
  assert.equal((await wire.caller.until(longAnswer.length)) === longAnswer, true);
  const told = await wire.notes.finished(0);
  assert.equal(Buffer.concat(told.requestBody).length, body.length);
  assert.equal(Buffer.concat(told.responseBody).length, body.length);
});

test('An event stream is never held', soon, async (t) => {
  const wire = await held(t);
  wire.releaseRequest(undefined);
  (await wire.role).say(
    'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n',
  );
  await wire.caller.until('data: 1\n\n');
});
