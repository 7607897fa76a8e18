/** One sign-in is one trace at every party; and one line for each request. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, test } from 'node:test';
import { acorn, origin } from './stage.ts';

const { Browser, location } = await import('./browser.ts');
const { logRequests } = await import('../src/request-log.ts');

beforeEach(() => acorn.reset());

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

const traceparents = () => acorn.received.map(({ headers }) => headers.traceparent);

test('everything that a callback sends names the trace of the callback', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  acorn.reset();
  ada.traceparent = traceparent;
  assert.equal(location(await ada.finish(asked)), `${origin}/`);
  assert.ok(acorn.received.some(({ path }) => path === '/token'));
  assert.ok(acorn.received.some(({ path }) => path === '/user/userinfo'));
  assert.deepEqual(new Set(traceparents()), new Set([traceparent]));
});

test('a problem names the request, for whoever looks into the logs', async () => {
  const ada = new Browser();
  const asked = await ada.begin();
  ada.traceparent = traceparent;
  const refused = await ada.finish(asked, { iss: 'https://evil.example' });
  assert.equal((await ada.problem(refused))?.request, traceId);
});

test('without a trace, each request begins one', async () => {
  await new Browser().begin();
  await new Browser().begin();
  for (const sent of traceparents()) assert.match(String(sent), /^00-[0-9a-f]{32}-/);
});

test('a request has a trace before it is handled, and a line when it was answered', async (t) => {
  const told = Promise.withResolvers<string>();
  // The other parties of this stage are in this process too, and so are their requests.
  logRequests((line) => line.includes('/callback') && told.resolve(line));
  const handled: unknown[] = [];
  const server = createServer((request, response) => {
    handled.push(request.headers.traceparent);
    request.url = '/rewritten';
    response.writeHead(303, { Location: '/' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/callback?code=a-code&state=a-state`, {
    headers: { traceparent, cookie: 'briefing_session=a-session' },
    redirect: 'manual',
  });
  const line = await told.promise;
  assert.doesNotMatch(line, /a-code|a-state|a-session/);
  const { role, method, path, status, trace_id, span_id, parent_id } = JSON.parse(line);
  assert.deepEqual(
    { role, method, path, status, trace_id, parent_id },
    {
      role: 'client',
      method: 'GET',
      path: '/callback',
      status: 303,
      trace_id: traceId,
      parent_id: '00f067aa0ba902b7',
    },
  );
  assert.deepEqual(handled, [`00-${traceId}-${span_id}-01`]);
});
