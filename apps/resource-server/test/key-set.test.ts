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

test('made-up kids cause one fetch in five seconds, however many come', async () => {
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
  acorn.clock.advance(4);
  await flood();
  assert.equal(fetches(acorn), 2);
  acorn.clock.advance(1);
  await flood();
  assert.equal(fetches(acorn), 3);
});

test('a set that was fetched because of its age a moment ago does not keep a new key waiting', async () => {
  const acorn = startAcorn();
  await acorn.call('/user/userinfo', acorn.token());
  acorn.clock.advance(301);
  const exp = Number(acorn.claims().iat) + 3600;
  await acorn.call('/user/userinfo', acorn.token({ exp }));
  assert.equal(fetches(acorn), 2);
  const next = await newKey();
  acorn.authorizationServer.keys.push(next);
  const token = signed({}, acorn.claims({ exp }), next);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
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

test('the keys are rotated while requests are in flight: one more fetch, nobody waits who need not, none fails', async () => {
  const acorn = startAcorn();
  const old = acorn.token();
  assert.equal((await acorn.call('/user/userinfo', old)).status, 200);
  const next = await newKey();
  acorn.authorizationServer.keys.push(next);
  const answer = Promise.withResolvers<void>();
  acorn.authorizationServer.whileAsked = (path) =>
    path === '/jwks' ? answer.promise : undefined;

  const reads = (token: () => string) =>
    Array.from({ length: 50 }, () => acorn.call('/user/userinfo', token()));
  const withNew = reads(() => signed({}, acorn.claims(), next));
  const withOld = reads(() => acorn.token());
  for (const { status } of await Promise.all(withOld)) assert.equal(status, 200);
  assert.equal(fetches(acorn), 2, 'the new set is asked for, and not yet there');
  answer.resolve();
  for (const { status } of await Promise.all(withNew)) assert.equal(status, 200);
  assert.equal(fetches(acorn), 2);
});

test('after a rotation, the old key counts for as long as it is published, and no longer', async () => {
  const acorn = startAcorn();
  const [old, next, last] = [await newKey(), await newKey(), await newKey()];
  const exp = Number(acorn.claims().iat) + 3600;
  const token = signed({}, acorn.claims({ exp }), old);
  const statusWith = async (key: typeof old) =>
    (await acorn.call('/user/userinfo', signed({}, acorn.claims({ exp }), key))).status;
  acorn.authorizationServer.keys = [old];
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);

  acorn.authorizationServer.keys = [old, next];
  assert.equal(await statusWith(next), 200);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);

  // The next unknown key brings the set along in which the old one is missing.
  acorn.authorizationServer.keys = [next, last];
  acorn.clock.advance(30);
  assert.equal(await statusWith(last), 200);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 401);
  assert.equal(await statusWith(next), 200);
});

test('made-up kids cannot keep out a key that was published five minutes before it signs', async () => {
  const acorn = startAcorn();
  const exp = Number(acorn.claims().iat) + 3600;
  const floodAt = (seconds: number) => {
    acorn.clock.advance(seconds);
    return acorn.call('/user/userinfo', signed({ kid: 'made-up' }, acorn.claims()));
  };
  await acorn.call('/user/userinfo', acorn.token());
  await floodAt(0);
  const next = await newKey();
  acorn.authorizationServer.keys.push(next);
  for (let flood = 0; flood < 10; flood++) await floodAt(29.999);
  acorn.clock.advance(0.01);
  const token = signed({}, acorn.claims({ exp }), next);
  assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
});

test('made-up kids keep out a key that signs at once, after another was withdrawn, for five seconds at most', async () => {
  const acorn = startAcorn();
  const made = () =>
    acorn.call('/user/userinfo', signed({ kid: 'made-up' }, acorn.claims()));
  await acorn.call('/user/userinfo', acorn.token());
  await made();
  const next = await newKey();
  acorn.authorizationServer.keys = [next];
  const status = async () =>
    (await acorn.call('/user/userinfo', signed({}, acorn.claims(), next))).status;
  assert.equal(await status(), 401);
  acorn.clock.advance(4.999);
  await made();
  assert.equal(await status(), 401);
  acorn.clock.advance(0.001);
  assert.equal(await status(), 200);
});

test('a fetch that failed says nothing about a key: two seconds later it is asked for again', async () => {
  const acorn = startAcorn();
  await acorn.call('/user/userinfo', acorn.token());
  const next = await newKey();
  acorn.authorizationServer.keys.push(next);
  acorn.authorizationServer.reachable = false;
  const read = async () =>
    (await acorn.call('/user/userinfo', signed({}, acorn.claims(), next))).status;
  assert.deepEqual([await read(), await read()], [503, 503]);
  assert.equal(fetches(acorn), 2);
  acorn.authorizationServer.reachable = true;
  acorn.clock.advance(2);
  assert.equal(await read(), 200);
  assert.equal(fetches(acorn), 3);
});

test('while the authorization server is away, keys that are five minutes old are asked for twice a minute', async () => {
  const acorn = startAcorn();
  const token = acorn.token({ exp: Number(acorn.claims().iat) + 3600 });
  const read = async (seconds: number) => {
    acorn.clock.advance(seconds);
    assert.equal((await acorn.call('/user/userinfo', token)).status, 200);
    return fetches(acorn);
  };
  assert.equal(await read(0), 1);
  acorn.authorizationServer.reachable = false;
  const asked = [
    await read(299),
    await read(1),
    await read(2),
    await read(27),
    await read(1),
  ];
  assert.deepEqual(asked, [1, 2, 2, 2, 3]);
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
