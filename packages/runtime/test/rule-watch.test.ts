/** What the rules said, on whatever answer there is. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { OAuthError } from '@four-roles/protocol/oauth-error';
import { check, type Rule } from '@four-roles/protocol/rule';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { watchRequests } from '../src/rule-watch.ts';

const rule = (id: string) =>
  ({
    id,
    spec: 'RFC 6749, section 3.1',
    level: 'MUST',
    says: 'It is so.',
    stops: 'It is not.',
    error: 'invalid_request',
  }) as Rule;

function appWith(watch: { trace: boolean; off: ReadonlySet<string> }): Hono {
  const app = new Hono();
  app.onError((error, c) => c.json({}, error instanceof OAuthError ? error.status : 500));
  app.notFound((c) => {
    check(rule('page-is-there'), false);
    return c.text('');
  });
  watchRequests(app, watch);
  app.use(async (_c, next) => {
    check(rule('first'), true);
    await next();
  });
  app.get('/refused', () => {
    check(rule('second'), false, { expected: 1, received: 2 });
    return new Response();
  });
  app.get('/redirect', (c) => c.redirect('/elsewhere', 303));
  app.get('/immutable', () => Response.redirect('http://localhost/elsewhere'));
  app.get('/cookies', (c) => {
    c.header('Set-Cookie', 'a=1', { append: true });
    c.header('Set-Cookie', 'b=2', { append: true });
    return c.text('two');
  });
  app.get('/crash', () => {
    throw new Error('nobody foresaw this');
  });
  return app;
}

const traceOf = (response: Response) =>
  decodeTrace(response.headers.get(traceHeader) ?? '').verdicts.map(
    ({ rule, passed }) => `${rule.id} ${passed ? 'holds' : 'broken'}`,
  );

const nothingOff: ReadonlySet<string> = new Set();

test('every answer tells what the rules said, a refusal with the broken one last', async () => {
  const app = appWith({ trace: true, off: nothingOff });
  const ask = async (path: string) => app.request(path);
  assert.deepEqual(traceOf(await ask('/refused')), ['first holds', 'second broken']);
  assert.deepEqual(traceOf(await ask('/nowhere')), [
    'first holds',
    'page-is-there broken',
  ]);
  for (const [path, status] of [
    ['/redirect', 303],
    ['/immutable', 302],
    ['/crash', 500],
  ] as const) {
    const response = await ask(path);
    assert.equal(response.status, status);
    assert.deepEqual(traceOf(response), ['first holds'], path);
  }
});

test('over real HTTP, the rest of the answer is what it would have been', async (t) => {
  const server = createAdaptorServer(appWith({ trace: true, off: nothingOff }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const response = await fetch(`${origin}/cookies`);
  assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2']);
  assert.equal(await response.text(), 'two');
  assert.deepEqual(traceOf(response), ['first holds']);
  const refused = await fetch(`${origin}/refused`);
  assert.deepEqual(traceOf(refused), ['first holds', 'second broken']);
});

test('a rule that is switched off is let through; without tracing nothing is told', async () => {
  const off = new Set(['second']);
  const silent = await appWith({ trace: false, off }).request('/refused');
  assert.equal(silent.status, 200);
  assert.equal(silent.headers.has(traceHeader), false);
  const told = await appWith({ trace: true, off }).request('/refused');
  assert.equal(told.status, 200);
  assert.deepEqual(traceOf(told), ['first holds', 'second broken']);
});

test('with neither, nothing is installed', () => {
  const app = new Hono();
  watchRequests(app, { trace: false, off: nothingOff });
  assert.equal(app.routes.length, 0);
});
