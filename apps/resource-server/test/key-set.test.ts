/**
 * The key set: fetched late, kept, and fetched again no oftener than it must.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, newKey, signed, startAcorn } from './acorn.ts';

function fetches(acorn: ReturnType<typeof startAcorn>) {
  return acorn.authorizationServer.requests.filter((path) => path === '/jwks').length;
}

test('nothing is fetched before the first token, and the set only once for many', async () => {
  const acorn = startAcorn();
  assert.deepEqual(acorn.authorizationServer.requests, []);
  const reads = Array.from({ length: 20 }, () =>
    acorn.call('/user/userinfo', acorn.token()),
  );
  for (const response of await Promise.all(reads)) assert.equal(response.status, 200);
  assert.deepEqual(acorn.authorizationServer.requests, [
    '/.well-known/oauth-authorization-server',
    '/jwks',
  ]);
});

test('a new key is found by one more fetch', async () => {
  const acorn = startAcorn();
  assert.equal((await acorn.call('/user/userinfo', acorn.token())).status, 200);
  const rotated = await newKey();
  acorn.authorizationServer.keys.push(rotated);
  const token = signed({}, acorn.claims(), rotated);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  assert.equal(fetches(acorn), 2);
});

test('made-up kids cause one fetch in 30 seconds, however many come', async () => {
  const acorn = startAcorn();
  await acorn.call('/user/userinfo', acorn.token());
  const flood = async () => {
    const tokens = Array.from({ length: 50 }, (_, kid) =>
      signed({ kid: `made-up-${kid}` }, acorn.claims()),
    );
    const answers = await Promise.all(
      tokens.map((each) => acorn.call('/user/userinfo', each)),
    );
    assert.ok(answers.every(({ status }) => status === 401));
  };
  await flood();
  assert.equal(fetches(acorn), 2);
  acorn.clock.advance(29);
  await flood();
  assert.equal(fetches(acorn), 2);
  acorn.clock.advance(1);
  await flood();
  assert.equal(fetches(acorn), 3);
});

test('a key that was withdrawn stops working, also for tokens seen before', async () => {
  const acorn = startAcorn();
  const old = await newKey();
  acorn.authorizationServer.keys.push(old);
  const exp = Number(acorn.claims().iat) + 3600;
  const token = signed({}, acorn.claims({ exp }), old);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.keys.pop();
  acorn.clock.advance(601);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});

test('while the authorization server is away: 503 at first, and no harm once the keys are known', async () => {
  const acorn = startAcorn();
  const exp = Number(acorn.claims().iat) + 3600;
  const token = acorn.token({ exp });
  acorn.authorizationServer.reachable = false;
  const response = await acorn.call('/user/userinfo', token);
  assert.equal(response.status, 503);
  assert.ok(Number(response.headers.get('Retry-After')) > 0);
  assert.equal((await json(response)).error, 'temporarily_unavailable');

  acorn.authorizationServer.reachable = true;
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  acorn.authorizationServer.reachable = false;
  acorn.clock.advance(1200);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
  const unknown = signed({ kid: 'new' }, acorn.claims());
  assert.equal((await acorn.call('/user/userinfo', unknown)).status, 503);
  assert.deepEqual(acorn.logged, []);
});

test('a key for another purpose or another curve is not taken', async () => {
  const acorn = startAcorn();
  const key = await newKey();
  const encryption = { ...key.publicJwk, use: 'enc' };
  const symmetric = { kty: 'oct', k: 'c2VjcmV0', kid: 'shared', alg: 'HS256' };
  for (const publicJwk of [encryption, symmetric]) {
    acorn.authorizationServer.keys.push({ ...key, publicJwk } as typeof key);
  }
  const token = signed({}, acorn.claims(), key);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
});
