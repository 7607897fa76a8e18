/**
 * Nobody loses patience while a message is held: 102 Processing, RFC 2518,
 * section 10.1.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { answer, held } from './wiretap-held.ts';
import { notebook } from './wiretap-notebook.ts';
import { call, soon, startRole, tap } from './wiretap-setting.ts';

test('Whoever waits is told so each minute, from the second on', soon, async (t) => {
  mock.timers.enable({ apis: ['setInterval'] });
  t.after(() => mock.timers.reset());
  const processing = 'HTTP/1.1 102 Processing\r\n\r\n';

  const wire = await held(t);
  await wire.requestHeld;
  mock.timers.tick(119_999);
  wire.releaseResponse(undefined);
  await new Promise(setImmediate);
  assert.equal(wire.caller.got, '');
  mock.timers.tick(1);
  await wire.caller.until(processing);
  mock.timers.tick(60_000);
  await wire.caller.until(processing.repeat(2));

  const old = await held(t, 'GET / HTTP/1.0\r\n\r\n');
  await old.requestHeld;
  mock.timers.tick(600_000);
  await wire.caller.until(processing.repeat(12));
  assert.equal(old.caller.got, '');

  wire.releaseRequest(undefined);
  (await wire.role).say(answer);
  await wire.caller.until(answer);
  assert.equal(wire.caller.got, processing.repeat(12) + answer);
});

test('Who waits for somebody that is held is told so too', soon, async (t) => {
  mock.timers.enable({ apis: ['setInterval'] });
  t.after(() => mock.timers.reset());
  const rolePort = await startRole(t, () => {});
  const notes = notebook();
  const patient = call(t, await tap(t, rolePort, notes.observer));
  patient.say('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  while (!notes.exchanges[0]) await new Promise(setImmediate);
  mock.timers.tick(180_000);
  const wire = await held(t);
  await wire.requestHeld;
  assert.equal(patient.got, '');
  mock.timers.tick(60_000);
  await patient.until('102 Processing');
});

test('fetch takes the answer that comes after it', soon, async (t) => {
  mock.timers.enable({ apis: ['setInterval'] });
  t.after(() => mock.timers.reset());
  const decision = Promise.withResolvers<undefined>();
  const isHeld = Promise.withResolvers<void>();
  const notes = notebook({
    mayHoldRequest: () => true,
    requestComplete() {
      isHeld.resolve();
      return decision.promise;
    },
  });
  const rolePort = await startRole(t, (socket) => {
    socket.on('data', () => socket.end(answer));
  });
  const answered = fetch(`http://127.0.0.1:${await tap(t, rolePort, notes.observer)}/`);
  await isHeld.promise;
  mock.timers.tick(240_000);
  decision.resolve(undefined);
  const response = await answered;
  assert.equal(response.status, 200);
  assert.equal(await response.text(), 'ok');
});
