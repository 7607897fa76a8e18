/** One line for each request, with its trace and without its secrets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check, type Rule } from '@four-roles/protocol/rule';
import { currentTrace, currentTraceId } from '@four-roles/protocol/trace-context';
import { Hono } from 'hono';
import { requestLog } from '../src/request-log.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';
const traceparent = `00-${traceId}-${parentId}-01`;

const rule: Rule = {
  id: 'code-not-expired',
  spec: 'RFC 6749, section 4.1.2',
  level: 'MUST',
  says: 'It is fresh.',
  stops: 'It is stale.',
  fix: 'Be quick.',
  error: 'invalid_grant',
};

function appWith(log?: (line: string) => void): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (c.req.path === '/redirected') return c.redirect('/', 303);
    return c.json({}, error instanceof OAuthError ? error.status : 500);
  });
  app.use(requestLog('resource-server', log));
  app.get('/trace', (c) => c.json(currentTrace() ?? null));
  app.post('/token', () => {
    check(rule, false, { received: 'a-code' });
    return new Response();
  });
  app.get('/redirected', () => {
    throw new OAuthError('access_denied', 'No.');
  });
  app.get('/crash', () => {
    throw Object.assign(new Error('nobody foresaw Confidential'), {
      token: 'Confidential',
    });
  });
  app.all('/*', (c) => c.text('', 200));
  return app;
}

/** The lines of one request. */
async function linesOf(path: string, init?: RequestInit): Promise<string[]> {
  const lines: string[] = [];
  await appWith((line) => lines.push(line)).request(path, init);
  return lines;
}

async function lineOf(path: string, init?: RequestInit) {
  const [line, ...others] = await linesOf(path, init);
  assert.ok(line);
  assert.deepEqual(others, []);
  return JSON.parse(line);
}

test('a request is told in one line, under the trace that it named', async () => {
  const { time, duration_ms, span_id, ...rest } = await lineOf('/contacts', {
    headers: { traceparent },
  });
  assert.deepEqual(rest, {
    level: 'info',
    role: 'resource-server',
    method: 'GET',
    path: '/contacts',
    status: 200,
    trace_id: traceId,
    parent_id: parentId,
  });
  assert.equal(new Date(time).toISOString(), time);
  assert.equal(typeof duration_ms, 'number');
  assert.match(span_id, /^[0-9a-f]{16}$/);
});

test('without a traceparent, or with a bad one, the trace begins here', async () => {
  for (const value of ['hello', `${traceparent}, ${traceparent}`, undefined]) {
    const { trace_id, parent_id } = await lineOf('/', {
      headers: value === undefined ? {} : { traceparent: value },
    });
    assert.match(trace_id, /^[0-9a-f]{32}$/);
    assert.notEqual(trace_id, traceId);
    assert.equal(parent_id, undefined);
  }
});

test('a refusal names its error and its rule, and nothing of what was refused', async () => {
  const refused = await lineOf('/token', { method: 'POST', body: 'code=a-code' });
  assert.equal(refused.level, 'warn');
  assert.equal(refused.status, 400);
  assert.equal(refused.error, 'invalid_grant');
  assert.equal(refused.rule, 'code-not-expired');
  const redirected = await lineOf('/redirected');
  assert.deepEqual(
    [redirected.level, redirected.status, redirected.error],
    ['warn', 303, 'access_denied'],
  );
});

test('what nobody foresaw is an error, in no words of its own', async () => {
  const [line] = await linesOf('/crash');
  assert.doesNotMatch(line!, /Confidential/);
  const { level, status, error } = JSON.parse(line!);
  assert.deepEqual([level, status, error], ['error', 500, 'server_error']);
});

test('neither the query, nor a header, nor the body is in the line', async () => {
  const [line] = await linesOf('/callback?code=in-the-query', {
    method: 'POST',
    headers: { Authorization: 'Bearer in-a-header', Cookie: 'session=in-a-cookie' },
    body: 'client_secret=in-the-body',
  });
  assert.doesNotMatch(line!, /in-the|in-a/);
});

test('no path can break a line, begin another, or speak to a terminal', async () => {
  const forged =
    '/a%0A%7B%22level%22:%22info%22%7D%0D%1B%5B31m%22%5C%E2%80%A8%C2%9B%C2%85%7F';
  const [line, ...others] = await linesOf(forged);
  assert.deepEqual(others, []);
  assert.match(line!, /^\{[\x20-\x7e]*\}$/);
  const { path, level } = JSON.parse(line!);
  assert.equal(level, 'info');
  assert.equal(path, decodeURIComponent(forged));
});

test('a path has an end', async () => {
  const { path } = await lineOf(`/${'a'.repeat(10_000)}`);
  assert.equal(path.length, 300);
});

test('without a log nothing is written, and the request has its trace all the same', async () => {
  const response = await appWith().request('/trace', { headers: { traceparent } });
  const trace = (await response.json()) as { traceId: string; parentId: string };
  assert.equal(trace.traceId, traceId);
  assert.equal(trace.parentId, parentId);
  assert.equal(currentTraceId(), undefined);
});
