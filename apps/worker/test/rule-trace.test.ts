/** For development: answers that tell what the rules said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { createApp } from '../src/app.ts';
import { stubServers, workerFacing } from './stub-servers.ts';

const origin = 'http://localhost:9003';
const nothingOff: ReadonlySet<string> = new Set();
const report = { started_at: '', jobs: [], tokens_requested: 0, calls_served: 0 };

const verdictsOn = (response: Response) =>
  decodeTrace(response.headers.get(traceHeader) ?? '').verdicts.map(
    ({ rule, passed }) => `${rule.id} ${passed ? 'holds' : 'broken'}`,
  );

/** Somebody presses "Run now", on this page or on another. */
const press = (app: ReturnType<typeof createApp>, Origin: string) =>
  app.request(`${origin}/runs`, { method: 'POST', headers: { Origin } });

test('a refusal tells every rule that was tried, the broken one last', async () => {
  const runs = { run: async () => report, last: () => [] };
  const app = createApp(origin, runs, { trace: true, off: nothingOff });
  const response = await press(app, 'https://evil.example');
  assert.equal(response.status, 403);
  assert.deepEqual(verdictsOn(response), ['run-asked-by-own-page broken']);
});

test('a run that was asked for tells what the worker said of the answers it got', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const run = async () => {
    await worker.getRates();
    return report;
  };
  const app = createApp(
    origin,
    { run, last: () => [] },
    { trace: true, off: nothingOff },
  );
  const response = await press(app, origin);
  assert.equal(response.status, 303);
  const verdicts = verdictsOn(response);
  assert.equal(verdicts[0], 'run-asked-by-own-page holds');
  assert.ok(verdicts.includes('token-is-bearer holds'), verdicts.join());
});

test('with tracing off, nothing is told', async () => {
  const app = createApp(origin, { run: async () => report, last: () => [] });
  const response = await press(app, 'https://evil.example');
  assert.equal(response.headers.has(traceHeader), false);
});
