/**
 * What every answer has in common, and the endpoints that need no token.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issuer, json, origin, startAcorn } from './acorn.ts';

test('GET /health', async () => {
  const response = await startAcorn().call('/health');
  assert.equal(response.status, 200);
  assert.deepEqual(await json(response), { status: 'ok' });
});

test('GET /.well-known/oauth-protected-resource/...: one for each resource (RFC 9728)', async () => {
  const acorn = startAcorn();
  const scopes = {
    user: ['openid', 'profile', 'email', 'mail.read', 'mail.send'],
    'business/contacts': ['contacts.read', 'contacts.write'],
    'business/payments': ['payments.read', 'payments.create'],
    gateway: ['gateway.call'],
  };
  for (const [name, scopes_supported] of Object.entries(scopes)) {
    const response = await acorn.call(`/.well-known/oauth-protected-resource/${name}`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    const { resource_name, ...metadata } = await json<Record<string, unknown>>(response);
    assert.match(String(resource_name), /^Acorn /);
    assert.deepEqual(metadata, {
      resource: `${origin}/${name}`,
      authorization_servers: [issuer],
      scopes_supported,
      bearer_methods_supported: ['header'],
    });
  }
});

test('GET /: a page for people, which loads nothing and is not framed', async () => {
  const response = await startAcorn().call('/');
  assert.equal(response.status, 200);
  const csp = response.headers.get('Content-Security-Policy')!;
  assert.match(csp, /default-src 'none'/);
  assert.match(csp, /frame-ancestors 'none'/);
  assert.doesNotMatch(csp, /unsafe/);
  const page = await response.text();
  assert.match(page, /Resource server/);
  assert.match(page, /\/user\/messages/);
});

test('GET /pictures/...: without a token, and unable to run anything', async () => {
  const acorn = startAcorn();
  for (const name of ['ada', 'grace']) {
    const response = await acorn.call(`/pictures/${name}.svg`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'image/svg+xml');
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(
      response.headers.get('Content-Security-Policy')!,
      /default-src 'none'.*sandbox/,
    );
    assert.match(await response.text(), /^<svg /);
  }
  for (const name of ['nobody.svg', '..%2fapp.ts', '__proto__']) {
    assert.equal((await acorn.call(`/pictures/${name}`)).status, 404, name);
  }
});

test('an unknown path: 404 in the same shape as every error', async () => {
  const acorn = startAcorn();
  for (const [method, path] of [
    ['GET', '/nothing'],
    ['DELETE', '/nothing'],
    ['GET', '/.well-known/oauth-protected-resource'],
    ['GET', '/.well-known/oauth-protected-resource/business'],
  ]) {
    const response = await acorn.call(path!, undefined, { method: method! });
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    const { error, error_description } = await json(response);
    assert.equal(error, 'not_found');
    assert.equal(error_description, `There is no ${method} ${path} here.`);
  }
});

test('a known path with another method: 405, with those that it knows (RFC 9110, section 15.5.6)', async () => {
  const acorn = startAcorn();
  for (const [method, path, allow] of [
    ['DELETE', '/user/messages', 'GET, HEAD, POST, OPTIONS'],
    ['PUT', '/business/payments/pay_1', 'GET, HEAD, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
  ]) {
    const response = await acorn.call(path!, undefined, { method: method! });
    assert.equal(response.status, 405, `${method} ${path}`);
    assert.equal(response.headers.get('Allow'), allow!);
    assert.equal((await json(response)).error, 'method_not_allowed');
  }
});

test('every origin may call, without cookies, and may read why it was refused', async () => {
  const acorn = startAcorn();
  const headers = { Origin: 'https://app.example' };
  const refused = await acorn.call('/user/userinfo', undefined, { headers });
  assert.equal(refused.headers.get('Access-Control-Allow-Origin'), '*');
  assert.equal(refused.headers.get('Access-Control-Allow-Credentials'), null);
  assert.match(refused.headers.get('Access-Control-Expose-Headers')!, /WWW-Authenticate/);

  const preflight = await acorn.call('/user/messages', undefined, {
    method: 'OPTIONS',
    headers: {
      ...headers,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
  assert.match(preflight.headers.get('Access-Control-Allow-Methods')!, /POST/);
  assert.match(preflight.headers.get('Access-Control-Allow-Headers')!, /authorization/);
  assert.equal(preflight.headers.get('Access-Control-Allow-Credentials'), null);
});

test('a body that is not JSON: 400; one of more than 64 KB: 413', async () => {
  const acorn = startAcorn();
  const send = (body: string) =>
    acorn.call('/user/messages', acorn.token(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
  for (const body of ['', '{', 'to=grace', '\u0000']) {
    const response = await send(body);
    assert.equal(response.status, 400);
    assert.equal((await json(response)).error, 'invalid_request');
  }
  for (const body of ['null', '[]', '"text"']) {
    assert.equal((await send(body)).status, 400);
  }
  const tooLong = await send(JSON.stringify({ body: 'x'.repeat(65 * 1024) }));
  assert.equal(tooLong.status, 413);
  assert.equal((await json(tooLong)).error, 'payload_too_large');
});

test('JSON that does not say so is not read', async () => {
  const acorn = startAcorn();
  const draft = { to: 'grace@acorn.example', subject: 'Note G', body: 'One.' };
  const statusOf = async (type: string) => {
    const headers = { 'Content-Type': type };
    return (await acorn.post('/user/messages', acorn.token(), draft, headers)).status;
  };
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
    assert.equal(await statusOf(type), 400, type);
  }
  for (const type of ['Application/JSON', 'application/json; charset=utf-8']) {
    assert.equal(await statusOf(type), 201, type);
  }
});

test('an unforeseen error: 500 without details; they are in the log, and no token is', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  acorn.database.$client.exec('drop table messages');
  const draft = { to: 'grace@acorn.example', subject: 'Secret', body: 'Confidential' };
  const response = await acorn.post('/user/messages', token, draft);
  assert.equal(response.status, 500);
  assert.deepEqual(await json(response), {
    error: 'server_error',
    error_description: 'Something went wrong on this server.',
  });
  const log = acorn.logged.join('\n');
  assert.match(log, /"POST \/user\/messages failed".*no such table/);
  assert.ok(!log.includes(token) && !log.includes('Confidential'));
});

test('another name for this machine is sent to the one that counts', async () => {
  const { app } = startAcorn();
  const response = await app.request('http://127.0.0.1:9002/health');
  assert.equal(response.status, 307);
  assert.equal(response.headers.get('Location'), `${origin}/health`);
  assert.equal((await app.request('http://attacker.example/health')).status, 421);
});
