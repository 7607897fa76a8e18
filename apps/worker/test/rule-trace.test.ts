/** For development: answers that tell what the rules said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { createApp } from '../src/app.ts';
import { emptyReport, idle } from './idle-worker.ts';
import { stubServers, workerFacing } from './stub-servers.ts';

const origin = 'http://localhost:9003';
const nothingOff: ReadonlySet<string> = new Set();

const verdictsOn = (response: Response) =>
  decodeTrace(response.headers.get(traceHeader) ?? '').verdicts.map(
    ({ rule, passed }) => `${rule.id} ${passed ? 'holds' : 'broken'}`,
  );

/** Somebody presses "Run now", on this page or on another. */
const press = (app: ReturnType<typeof createApp>, Origin: string) =>
  app.request(`${origin}/runs`, { method: 'POST', headers: { Origin } });

test('a refusal tells every rule that was tried, the broken one last', async () => {
  const app = createApp(origin, idle(), { trace: true, off: nothingOff });
  const response = await press(app, 'https://evil.example');
  assert.equal(response.status, 403);
  assert.deepEqual(verdictsOn(response), ['run-asked-by-own-page broken']);
});

test('a run that was asked for tells what the worker said of the answers it got', async (t) => {
  const stub = await stubServers(t);
  const worker = workerFacing(stub);
  const run = async () => {
    await worker.getRates();
    return emptyReport;
  };
  const app = createApp(origin, idle({ run }), { trace: true, off: nothingOff });
  const response = await press(app, origin);
  assert.equal(response.status, 303);
  const verdicts = verdictsOn(response);
  assert.equal(verdicts[0], 'run-asked-by-own-page holds');
  assert.ok(verdicts.includes('token-is-bearer holds'), verdicts.join());
});

test('with tracing off, nothing is told', async () => {
  const app = createApp(origin, idle());
  const response = await press(app, 'https://evil.example');
  assert.equal(response.headers.has(traceHeader), false);
});
