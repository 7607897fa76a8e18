/** The inspector's own endpoints: what each does, and what it says of a wrong request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../src/recording/exchange.ts';
import type { Setup } from '../src/viewer/api.ts';
import { type Inspected, inspect } from './inspector-setting.ts';

/** Keeps one request waiting in the wire. */
async function held({ press, issuer, untilHeld }: Inspected) {
  await press('/api/step', { on: true });
  const response = fetch(`${issuer}/token`, { method: 'POST', body: 'code=1' });
  await untilHeld(1);
  return { response };
}

test('GET / is the page, with its one script and its one style sheet', async (t) => {
  const { get } = await inspect(t);
  assert.match(await (await get('/')).text(), /<div id="app"><\/div>/);
  const script = await get('/viewer.js');
  assert.match(script.headers.get('Content-Type')!, /^text\/javascript/);
  assert.equal(await script.text(), 'draw()');
  const style = await get('/viewer.css');
  assert.match(style.headers.get('Content-Type')!, /^text\/css/);
  assert.equal(await style.text(), 'body {}');
  assert.deepEqual(await (await get('/health')).json(), { status: 'ok' });
});

test('GET /api/setup tells where the roles are and who has an account', async (t) => {
  const { json, recording } = await inspect(t);
  const { run, origins, people } = await json<Setup>('/api/setup');
  assert.equal(run, recording.state().run);
  assert.equal(origins.client, 'http://localhost:9000');
  assert.deepEqual(people[0], {
    name: 'Ada Lovelace',
    username: 'ada',
    password: 'note-g-1843',
  });
});

test('GET /api/exchanges/:id gives one exchange, with its whole body', async (t) => {
  const { get, json, issuer } = await inspect(t);
  await fetch(`${issuer}/long`);
  const { request, response } = await json<Exchange>('/api/exchanges/1');
  assert.equal(request.target, '/long');
  assert.equal(response?.body.text.length, 9002);
  assert.equal((await get('/api/exchanges/2')).status, 404);
  for (const id of ['0', 'x', '1e3', '-1']) {
    const refused = await get(`/api/exchanges/${id}`);
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /id is a number/);
  }
});

test('GET /api/keys asks the authorization server, and records nothing', async (t) => {
  const { get, recording, role } = await inspect(t);
  assert.deepEqual(await (await get('/api/keys')).json(), { keys: [{ kid: 'the key' }] });
  assert.deepEqual(recording.toRecording().exchanges, []);
  const { headers } = role.heard[0]!;
  const issuer = new URL(recording.origins['authorization-server']);
  assert.equal(headers[headers.indexOf('Host') + 1], issuer.host);
});

test('a message is held, and goes on changed, unchanged, or not at all', async (t) => {
  const inspected = await inspect(t);
  const { press, issuer, untilHeld, role, recording } = inspected;
  await press('/api/step', { on: true });
  const token = () => fetch(`${issuer}/token`, { method: 'POST', body: 'code=1' });

  // 1. Changed, on its way there and on its way back.
  const changed = token();
  await untilHeld(1);
  const request = { target: '/token?x=1', body: 'code=another' };
  assert.equal((await press('/api/held/1/request/release', { request })).status, 200);
  await untilHeld(1);
  assert.equal(role.heard[0]!.url, '/token?x=1');
  assert.equal(role.heard[0]!.body, 'code=another');
  const response = { status: 418, body: 'tea' };
  await press('/api/held/1/response/release', { response });
  assert.deepEqual([(await changed).status, await (await changed).text()], [418, 'tea']);

  // 2. As it was.
  const unchanged = token();
  await untilHeld(1);
  await press('/api/held/2/request/release', {});
  await untilHeld(1);
  await press('/api/next');
  assert.equal((await unchanged).status, 200);

  // 3. Not at all.
  const dropped = assert.rejects(token());
  await untilHeld(1);
  assert.equal((await press('/api/held/3/request/drop')).status, 200);
  await dropped;

  // 4. What is not held is not let go.
  for (const path of ['3/request/release', '3/response/release', '3/response/drop']) {
    const { status, body } = await press(`/api/held/${path}`, {});
    assert.deepEqual([status, body.error], [404, 'not_found']);
  }
  assert.equal((await press('/api/next')).status, 200);
  assert.equal(recording.state().held.length, 0);
});

test('POST /api/run ends step mode, keeps the breakpoints, and lets everything go', async (t) => {
  const inspected = await inspect(t);
  const { press, recording } = inspected;
  await press('/api/step', { breakpoints: ['access-token-request'], only: 'people' });
  await press('/api/step', { only: 'everything' });
  const { response } = await held(inspected);
  await press('/api/run');
  assert.equal((await response).status, 200);
  assert.deepEqual(recording.state().step, {
    on: false,
    only: 'everything',
    breakpoints: ['access-token-request'],
  });
});

test('POST /api/clock moves the clocks forward, and back to now', async (t) => {
  const { press, clock } = await inspect(t);
  await press('/api/clock', { advance: 3600 });
  assert.deepEqual(clock(), { movedBy: 3_600_000 });
  await press('/api/clock', { backToNow: true });
  assert.deepEqual(clock(), { movedBy: 0 });
  for (const wrong of [{ advance: -1 }, { advance: 1, backToNow: true }, {}, 'x']) {
    const { status, body } = await press('/api/clock', wrong);
    assert.deepEqual([status, body.error], [400, 'invalid_request']);
  }
});

test('POST /api/clear forgets everything', async (t) => {
  const { press, issuer, recording } = await inspect(t);
  await fetch(`${issuer}/account`);
  const { run } = recording.state();
  await press('/api/clear');
  assert.notEqual(recording.state().run, run);
  assert.deepEqual(recording.toRecording().exchanges, []);
});

test('POST /api/worker presses the button of the worker, and does not wait', async (t) => {
  const { press, worker, untilHeld, untilOver, role } = await inspect(t);
  await press('/api/step', { on: true });
  assert.equal((await press('/api/worker')).status, 202);
  await untilHeld(1);
  await press('/api/run');
  const { to, request } = await untilOver(1);
  assert.deepEqual([to, request.method, request.target], ['worker', 'POST', '/runs']);
  const { headers } = role.heard[0]!;
  assert.equal(headers[headers.indexOf('Origin') + 1], worker);
});

test('POST /api/reset lets everything go before the roles begin anew', async (t) => {
  const calls: string[] = [];
  const launcher = {
    async resetRoles(onStopped: () => void) {
      const { step, clock, held } = inspected.recording.state();
      calls.push(JSON.stringify([step.on, step.breakpoints, clock.movedBy, held.length]));
      onStopped();
      calls.push(String(inspected.recording.toRecording().exchanges.length));
    },
  };
  const inspected = await inspect(t, launcher);
  await inspected.press('/api/step', { breakpoints: ['authorization-request'] });
  await inspected.press('/api/clock', { advance: 60 });
  const { response } = await held(inspected);
  const both = ['/api/reset', '/api/reset'].map((path) => inspected.press(path));
  assert.deepEqual(
    (await Promise.all(both)).map(({ status }) => status),
    [200, 200],
  );
  assert.equal((await response).status, 200);
  assert.deepEqual(calls, ['[false,[],0,0]', '0']);
});

test('POST /api/reset says why the roles are not there, or that nobody can do it', async (t) => {
  const failing = await inspect(t, {
    resetRoles: () => Promise.reject(new Error('The worker never answered.')),
  });
  assert.deepEqual(await failing.press('/api/reset'), {
    status: 502,
    body: { error: 'bad_gateway', error_description: 'The worker never answered.' },
  });
  const alone = await (await inspect(t)).press('/api/reset');
  assert.equal(alone.status, 503);
  assert.match(alone.body.error_description!, /not started by the launcher/);
});

test('a wrong body is refused with the member that is wrong', async (t) => {
  const { app, press } = await inspect(t);
  const wrong: [path: string, body: unknown, says: RegExp][] = [
    ['/api/step', { on: 'yes' }, /^The on of the body is wrong/],
    ['/api/step', { of: true }, /of/],
    ['/api/step', { only: 'me' }, /^The only of the body is wrong/],
    ['/api/held/1/request/release', { request: { target: 'evil' } }, /request.target/],
    ['/api/held/1/request/release', { request: { method: 'A B' } }, /it is no method/],
    ['/api/held/1/response/release', { response: { status: 99 } }, /response.status/],
    ['/api/held/x/request/release', {}, /exchange is a number/],
    [
      '/api/exchanges/1/send-again',
      { request: { headers: [['X', 'a\r\nHost: evil.example']] } },
      /no line breaks/,
    ],
    ['/api/exchanges/1/send-again', { request: { headers: [['X:', '']] } }, /token/],
  ];
  for (const [path, body, says] of wrong) {
    const refused = await press(path, body);
    assert.equal(refused.status, 400, path);
    assert.equal(refused.body.error, 'invalid_request');
    assert.match(refused.body.error_description!, says);
  }
  const headers = { Origin: 'http://localhost:9009' };
  const post = (body: string) =>
    app.request('http://localhost:9009/api/step', { method: 'POST', headers, body });
  assert.match(await (await post('{')).text(), /The body is not JSON/);
  assert.equal((await post(`"${'a'.repeat(13 * 1024 * 1024)}"`)).status, 413);
});
