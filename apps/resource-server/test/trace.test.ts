/** One trace: from the request of a client to what it makes this server ask. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { parseTraceparent } from '@four-roles/protocol/traceparent';
import { origin, startAcorn } from './acorn.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };

test('keys, metadata and introspection are asked for in the trace of the request', async () => {
  const lines: string[] = [];
  const acorn = startAcorn({
    revocationCheck: 'introspection',
    logRequest: (line) => lines.push(line),
  });
  await acorn.call('/user/userinfo', acorn.token(), { headers });
  const { span_id, trace_id } = JSON.parse(lines[0]!);
  assert.equal(trace_id, traceId);
  const sent = { traceId, parentId: span_id, sampled: true };
  const { traceparents } = acorn.authorizationServer;
  assert.deepEqual(
    traceparents.map((value) => parseTraceparent(String(value))),
    [sent, sent, sent],
  );
});

test('the gateway passes the trace on, and itself as the parent', async (t) => {
  const received: unknown[] = [];
  const upstream = createServer((request, response) => {
    received.push(request.headers.traceparent);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  t.after(() => upstream.close());
  const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const lines: string[] = [];
  const acorn = startAcorn({ upstream: address, logRequest: (line) => lines.push(line) });
  const token = acorn.machineToken('/gateway');
  await acorn.call('/gateway/rates', token, { headers });
  const { span_id } = JSON.parse(lines[0]!);
  assert.deepEqual(received, [`00-${traceId}-${span_id}-01`]);
});

test('a refusal is a line in the log, without the token', async () => {
  const lines: string[] = [];
  const acorn = startAcorn({ logRequest: (line) => lines.push(line) });
  const token = acorn.token({ aud: `${origin}/business` });
  await acorn.call('/user/userinfo?access_token=x', token);
  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines[0]!, new RegExp(`${token}|access_token=`));
  const { role, method, path, status, error, rule, level } = JSON.parse(lines[0]!);
  assert.deepEqual(
    { role, method, path, status, error, rule, level },
    {
      role: 'resource-server',
      method: 'GET',
      path: '/user/userinfo',
      status: 401,
      error: 'invalid_token',
      rule: 'audience-is-this-resource',
      level: 'warn',
    },
  );
});
