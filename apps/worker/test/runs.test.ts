import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTraceparent } from '@four-roles/protocol/traceparent';
import { createApp } from '../src/app.ts';
import { paymentProcessor } from '../src/personas/payment-processor.ts';
import type { Job } from '../src/personas/persona.ts';
import { runs } from '../src/runs.ts';
import { credentials, stubServers, tokenAnswer, workerFacing } from './stub-servers.ts';

const gateway = { resource: '/gateway', scope: 'gateway.call' } as const;
const twoCalls: Job = {
  name: 'two-calls',
  ...gateway,
  async work(api) {
    await api({ method: 'GET', path: '/rates' });
    await api({ method: 'GET', path: '/rates' });
    return 'called twice';
  },
};

async function nightly(t: Parameters<typeof stubServers>[0], jobs = [twoCalls]) {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const printed: string[] = [];
  const { clock, patience, registration, tokens, stop } = worker;
  const all = runs({
    jobs,
    resourceServer: stub.origin,
    registration,
    tokens,
    clock,
    patience,
    stopping: stop.signal,
    print: (line) => printed.push(line),
  });
  return { stub, worker, printed, runs: all };
}

test('prints a line for each job, and how many calls so many tokens served', async (t) => {
  const { printed, runs } = await nightly(t);
  await runs.run();
  await runs.run();
  assert.deepEqual(printed, [
    'two-calls: called twice',
    'run finished: 1 token asked for, 2 calls served; in all 1 token, 2 calls',
    'two-calls: called twice',
    'run finished: 0 tokens asked for, 2 calls served; in all 1 token, 4 calls',
  ]);
});

test('a worker that was started again on the same day pays nobody again', async (t) => {
  const stub = await stubServers(t);
  const { clock, patience, registration, tokens, stop } = workerFacing(stub);
  const keys: (string | string[] | undefined)[] = [];
  let json = {};
  stub.api = ({ method, headers, body }) => {
    if (method === 'GET') return { json };
    keys.push(headers['idempotency-key']);
    json = { ...JSON.parse(body), id: 'pay_1', status: 'pending' };
    const replayed = String(keys.length > 2);
    return { json, headers: { 'Idempotency-Replayed': replayed } };
  };
  const started = () =>
    runs({
      jobs: [paymentProcessor.job],
      resourceServer: stub.origin,
      registration,
      tokens,
      clock,
      patience,
      stopping: stop.signal,
      print: () => {},
    }).run();
  await started();
  clock.advance(60);
  const again = await started();
  assert.equal(keys.length, 4);
  assert.deepEqual(keys.slice(2), keys.slice(0, 2));
  assert.match(again.jobs[0]?.line ?? '', /^0 invoices paid, 2 already paid today/);
});

test('a job that fails does not keep the next from running, and says why', async (t) => {
  const { stub, printed, runs } = await nightly(t, [
    { ...twoCalls, name: 'first', scope: 'unknown' },
    twoCalls,
  ]);
  stub.token = ({ body }) =>
    body.includes('unknown')
      ? tokenAnswer({ scope: 'something.else' })
      : tokenAnswer({ scope: 'gateway.call' });
  await runs.run();
  assert.deepEqual(printed, [
    'first: not done: the rule granted-scope-suffices does not hold (RFC 6749, section 3.3)',
    'two-calls: called twice',
    'run finished with failures: 2 tokens asked for, 2 calls served; in all 2 tokens, 2 calls',
  ]);
});

test('runs do not overlap: who asks during a run waits for that run', async (t) => {
  const { stub, runs } = await nightly(t);
  const [a, b] = await Promise.all([runs.run(), runs.run()]);
  assert.equal(a, b);
  assert.equal(stub.asked('/gateway/rates').length, 2);
});

test('told to stop in the middle of a run, it finishes the call in flight and no more', async (t) => {
  const { stub, worker, printed, runs } = await nightly(t, [twoCalls, twoCalls]);
  stub.api = () => {
    worker.stop.abort();
    return { json: {} };
  };
  const report = await runs.run();
  assert.equal(report.calls_served, 1);
  assert.equal(stub.asked('/gateway/rates').length, 1);
  assert.equal(printed[0], 'two-calls: not done: the worker was stopped');
});

test('the last twenty runs are kept', async (t) => {
  const { runs } = await nightly(t);
  for (let run = 0; run < 22; run++) await runs.run();
  assert.equal(runs.last().length, 20);
});

test('the status page, its JSON and the printed lines hold no secret and no token', async (t) => {
  const { printed, runs, worker } = await nightly(t);
  const origin = 'http://localhost:9003';
  const app = createApp(origin, { runs, registration: worker.registration });
  const pressed = await app.request(`${origin}/runs`, {
    method: 'POST',
    headers: { Origin: origin },
  });
  assert.equal(pressed.status, 303);
  assert.equal(pressed.headers.get('Location'), '/');
  const page = await (await app.request(`${origin}/`)).text();
  const json = await (await app.request(`${origin}/runs`)).text();
  assert.deepEqual(JSON.parse(json), {
    client: {
      state: 'registered',
      client: {
        client_id: 'nightly',
        token_endpoint_auth_method: 'client_secret_basic',
        registered_at: null,
      },
      saved: true,
    },
    in_all: { tokens_requested: 1, calls_served: 2 },
    runs: [
      {
        started_at: '2026-11-22T00:00:00.000Z',
        jobs: [{ name: 'two-calls', ok: true, line: 'called twice' }],
        tokens_requested: 1,
        calls_served: 2,
      },
    ],
  });
  assert.match(page, /two-calls/);
  assert.match(page, /Client \(server-to-server\)/);
  for (const shown of [page, json, ...printed]) {
    assert.doesNotMatch(shown, /token-1/);
    assert.ok(!shown.includes(credentials.client_secret));
  }
});

test('the status page forbids scripts and framing, and answers GET /health', async (t) => {
  const { runs, worker } = await nightly(t);
  const app = createApp('http://localhost:9003', {
    runs,
    registration: worker.registration,
  });
  const page = await app.request('http://localhost:9003/');
  const policy = page.headers.get('Content-Security-Policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  // Else a browser would hide the Origin of the page's own button.
  assert.equal(page.headers.get('Referrer-Policy'), 'same-origin');
  const health = await app.request('http://localhost:9003/health');
  assert.deepEqual(await health.json(), { status: 'ok' });
});

/** The trace that each request of the worker named. */
const tracesOf = (seen: { headers: Record<string, unknown> }[]) =>
  seen.map(({ headers }) => parseTraceparent(String(headers.traceparent))?.traceId);

test('a run is one trace: discovery, tokens and calls', async (t) => {
  const { stub, runs } = await nightly(t);
  await runs.run();
  const first = tracesOf(stub.seen);
  assert.equal(first.length, 4);
  assert.match(first[0]!, /^[0-9a-f]{32}$/);
  assert.deepEqual(new Set(first).size, 1);
  await runs.run();
  const second = tracesOf(stub.seen.slice(first.length));
  assert.equal(new Set(second).size, 1);
  assert.notEqual(second[0], first[0]);
});

test('a run that somebody asked for goes on in the trace of the request', async (t) => {
  const { stub, worker, runs } = await nightly(t);
  const app = createApp('http://localhost:9003', {
    runs,
    registration: worker.registration,
  });
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  await app.request('http://localhost:9003/runs', {
    method: 'POST',
    headers: {
      Origin: 'http://localhost:9003',
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    },
  });
  assert.deepEqual(new Set(tracesOf(stub.seen)), new Set([traceId]));
});
