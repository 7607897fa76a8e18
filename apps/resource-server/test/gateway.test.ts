/**
 * The protected resource /gateway: what reaches the upstream, and what does not.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { manualClock } from '@four-roles/protocol/clock';
import { provesRule } from '@four-roles/protocol/proves-rule';
import { forwardedPathIsPlain, rateIsWithinLimit } from '../src/rules/gateway.ts';
import { startExchangeRates } from '../src/upstream/exchange-rates.ts';
import { json, startAcorn } from './acorn.ts';

type Forwarded = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
};

/** An upstream that tells what it was asked. */
const upstream = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  response.writeHead(url === '/teapot' ? 418 : 200, {
    'Content-Type': 'application/json',
    'Set-Cookie': 'upstream=1',
    'X-Powered-By': 'steam',
    ETag: '"1843"',
  });
  const body = Buffer.concat(chunks).toString();
  response.end(JSON.stringify({ method, url, headers, body }));
});
upstream.listen(0, '127.0.0.1');
await once(upstream, 'listening');
after(() => upstream.close());
const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;

function start() {
  const acorn = startAcorn({ upstream: address });
  const token = acorn.machineToken('/gateway');
  return { ...acorn, token };
}

test('method, path, query and body are passed on; the token, cookies and a forged X-Client-Id are not', async () => {
  const acorn = start();
  const response = await acorn.call('/gateway/rates/today?base=EUR&x=%20', acorn.token, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      'X-Client-Id': 'admin',
      Cookie: 'session=1',
      'X-Forwarded-For': '10.0.0.1',
    },
    body: '{"a":1}',
  });
  assert.equal(response.status, 200);
  const { method, url, headers, body } = await json<Forwarded>(response);
  assert.equal(`${method} ${url}`, 'PUT /rates/today?base=EUR&x=%20');
  assert.equal(body, '{"a":1}');
  assert.equal(headers['x-client-id'], 'nightly');
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers.authorization, undefined);
  assert.equal(headers.cookie, undefined);
  assert.equal(headers['x-forwarded-for'], undefined);
  assert.ok(!JSON.stringify(headers).includes(acorn.token));
});

test('the status and the content come back, the cookies of the upstream do not', async () => {
  const acorn = start();
  const response = await acorn.call('/gateway/teapot', acorn.token);
  assert.equal(response.status, 418);
  assert.equal(response.headers.get('Content-Type'), 'application/json');
  assert.equal(response.headers.get('ETag'), '"1843"');
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  assert.equal(response.headers.get('Set-Cookie'), null);
  assert.equal(response.headers.get('X-Powered-By'), null);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
});

test('without gateway.call: 403, and the upstream hears nothing', async () => {
  const acorn = startAcorn({ upstream: 'http://127.0.0.1:1' });
  const token = acorn.machineToken('/gateway', { scope: 'payments.read' });
  const response = await acorn.call('/gateway/rates', token);
  assert.equal(response.status, 403);
  assert.match(response.headers.get('WWW-Authenticate')!, /scope="gateway.call"/);
  assert.match(response.headers.get('WWW-Authenticate')!, /protected-resource\/gateway"/);
});

provesRule(rateIsWithinLimit, async () => {
  const acorn = start();
  acorn.clock.advance(15);
  for (let request = 1; request <= 60; request++) {
    assert.equal((await acorn.call('/gateway/rates', acorn.token)).status, 200);
  }
  const response = await acorn.call('/gateway/rates', acorn.token);
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('Retry-After'), '45');
  assert.equal((await json(response)).error, 'too_many_requests');
});

test('the limit is per client, and ends when Retry-After has passed', async () => {
  const acorn = start();
  for (let request = 1; request <= 61; request++) {
    await acorn.call('/gateway/rates', acorn.token);
  }
  const other = acorn.machineToken('/gateway', { sub: 'other', client_id: 'other' });
  assert.equal((await acorn.call('/gateway/rates', other)).status, 200);
  const refused = await acorn.call('/gateway/rates', acorn.token);
  acorn.clock.advance(Number(refused.headers.get('Retry-After')));
  assert.equal((await acorn.call('/gateway/rates', acorn.token)).status, 200);
});

provesRule(forwardedPathIsPlain, async () => {
  const acorn = start();
  for (const path of ['/rates/..%2Fmetrics', '/..%5cmetrics', '/%252e%252e/metrics']) {
    const response = await acorn.call(`/gateway${path}`, acorn.token);
    assert.equal(response.status, 400, path);
  }
});

test('dot segments lead out of the gateway, not around it', async () => {
  const acorn = start();
  for (const path of ['/gateway/../metrics', '/gateway/%2e%2e/metrics']) {
    assert.equal((await acorn.call(path, acorn.token)).status, 404, path);
  }
});

test('the path cannot name another host', async () => {
  const acorn = start();
  for (const path of ['//attacker.example/rates', '/@attacker.example/rates']) {
    const response = await acorn.call(`/gateway${path}`, acorn.token);
    assert.equal((await json<Forwarded>(response)).url, path);
  }
  assert.equal((await acorn.call('/gateway@attacker.example/', acorn.token)).status, 404);
});

test('an upstream that is down: 502, said without its address', async () => {
  const acorn = startAcorn({ upstream: 'http://127.0.0.1:1' });
  const token = acorn.machineToken('/gateway');
  const response = await acorn.call('/gateway/rates', token);
  assert.equal(response.status, 502);
  assert.deepEqual(await json(response), {
    error: 'bad_gateway',
    error_description: 'The upstream did not answer.',
  });
});

test('the upstream of the demo: exchange rates, and who asked for them', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 22));
  const rates = await startExchangeRates(clock);
  const acorn = startAcorn({ upstream: rates.address });
  const token = acorn.machineToken('/gateway');
  const response = await acorn.call('/gateway/rates', token);
  assert.equal(response.status, 200);
  const answer = await json<Record<string, unknown>>(response);
  assert.equal(answer.base, 'EUR');
  assert.equal(answer.served_at, '2026-11-22T00:00:00.000Z');
  assert.equal(answer.served_to, 'nightly');
  assert.equal((await acorn.call('/gateway/other', token)).status, 404);
  rates.stop();
});
