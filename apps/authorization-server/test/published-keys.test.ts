/**
 * A client that publishes its keys at its jwks_uri: RFC 7591 section 2, RFC 7517
 * section 5 and OpenID Connect Core section 10.1.1.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { signClientAssertion } from '@four-roles/protocol/client-assertion';
import { provesRule } from '@four-roles/protocol/proves-rule';
import type { SigningKey } from '@four-roles/protocol/signing-key';
import * as rules from '../src/rules/client-url.ts';
import { basic, issuer, refused } from './server.ts';
import { key, machineRequest, newKey, startWithSigner } from './signing-client.ts';
import {
  type Answering,
  answering,
  closeStrangeServers,
  startStrangeServer,
} from './strange-server.ts';

afterEach(closeStrangeServers);

const other = await newKey();
const keySetOf = (...keys: SigningKey[]) => ({ keys: keys.map((one) => one.publicJwk) });

/** The client `signer`, whose keys are wherever `answer` is given. */
async function startWithPublisher(answer: Answering) {
  const publisher = await startStrangeServer(answer);
  const server = await startWithSigner({ jwks: null, jwksUri: publisher.url });
  const askAs = (by: SigningKey, clientId = 'signer') =>
    server.ask(signClientAssertion(clientId, issuer, by, server.clock));
  const statusAs = async (by: SigningKey) => (await askAs(by)).status;
  return { ...server, publisher, askAs, statusAs };
}

/** Asked with a key that would do, the client is refused. */
async function refusedWith(answer: Answering): Promise<void> {
  const { askAs } = await startWithPublisher(answer);
  await refused(await askAs(key), 401, 'invalid_client');
}

test('a client is believed by the keys that it publishes, which are fetched once', async () => {
  const { statusAs, publisher } = await startWithPublisher(answering(keySetOf(key)));
  for (let i = 0; i < 3; i += 1) assert.equal(await statusAs(key), 200);
  assert.equal(publisher.asked.length, 1);
});

test('twenty requests at once wait for one fetch', async () => {
  const { statusAs, publisher } = await startWithPublisher(answering(keySetOf(key)));
  const statuses = await Promise.all(Array.from({ length: 20 }, () => statusAs(key)));
  assert.deepEqual(statuses, Array(20).fill(200));
  assert.equal(publisher.asked.length, 1);
});

test('a client rotates its key by itself: a new one is found, at most half a minute later', async () => {
  let published = keySetOf(key);
  const { statusAs, clock } = await startWithPublisher((request, response) =>
    answering(published)(request, response),
  );
  assert.equal(await statusAs(key), 200);
  published = keySetOf(key, other);
  assert.equal(await statusAs(other), 401);
  clock.advance(30);
  assert.equal(await statusAs(other), 200);
});

test('a key that was withdrawn is good for five minutes more, and no longer', async () => {
  let published = keySetOf(key, other);
  const { statusAs, clock } = await startWithPublisher((request, response) =>
    answering(published)(request, response),
  );
  assert.equal(await statusAs(other), 200);
  published = keySetOf(key);
  clock.advance(299);
  assert.equal(await statusAs(other), 200);
  clock.advance(1);
  assert.equal(await statusAs(other), 401);
  assert.equal(await statusAs(key), 200);
});

test('whoever writes assertions in the name of a client does not make this server ask and ask', async () => {
  const { askAs, statusAs, publisher, clock } = await startWithPublisher(
    answering(keySetOf(key)),
  );
  const strangers = await Promise.all(Array.from({ length: 20 }, newKey));
  const storm = async () => {
    for (const answer of await Promise.all(strangers.map((one) => askAs(one)))) {
      await refused(answer, 401, 'invalid_client');
    }
  };
  await storm();
  await storm();
  assert.equal(publisher.asked.length, 1);
  clock.advance(30);
  await storm();
  assert.equal(publisher.asked.length, 2);
  assert.equal(await statusAs(key), 200);
});

test('an address that fails is asked again after half a minute, and not before', async () => {
  let broken = true;
  const { statusAs, publisher, clock } = await startWithPublisher((request, response) => {
    if (broken) return response.writeHead(503).end();
    return answering(keySetOf(key))(request, response);
  });
  assert.equal(await statusAs(key), 401);
  broken = false;
  clock.advance(29);
  assert.equal(await statusAs(key), 401);
  assert.equal(publisher.asked.length, 1);
  clock.advance(1);
  assert.equal(await statusAs(key), 200);
  assert.equal(publisher.asked.length, 2);
});

test('a client that registers another address is asked there at once', async () => {
  const { statusAs, storage } = await startWithPublisher(answering(keySetOf(key)));
  assert.equal(await statusAs(key), 200);
  const { url } = await startStrangeServer(answering(keySetOf(other)));
  const signer = (await storage.findClient('signer'))!;
  await storage.keepClient({ ...signer, jwksUri: url });
  assert.equal(await statusAs(other), 200);
  assert.equal(await statusAs(key), 401);
});

test('while one client keeps us waiting, the others are served', async () => {
  const { promise: wasAsked, resolve: noteAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { askAs, post, storage } = await startWithPublisher(async (request, response) => {
    noteAsked();
    await released;
    answering(keySetOf(key))(request, response);
  });
  const { url } = await startStrangeServer(answering(keySetOf(other)));
  const signer = (await storage.findClient('signer'))!;
  await storage.keepClient({ ...signer, clientId: 'second', jwksUri: url });

  let answered = false;
  const waiting = askAs(key).finally(() => {
    answered = true;
  });
  await wasAsked;
  assert.equal((await askAs(other, 'second')).status, 200);
  assert.equal((await post('/token', machineRequest, basic('machine'))).status, 200);
  assert.equal(answered, false);
  release();
  assert.equal((await waiting).status, 200);
});

provesRule(rules.publishedKeySetWellFormed, async () => {
  for (const body of [
    '',
    '<!doctype html><title>Not here</title>',
    'null',
    '[]',
    '{}',
    '{"keys":{}}',
    '{"keys":[1]}',
    '{"keys":[null]}',
    '['.repeat(60_000),
    JSON.stringify(keySetOf(key)).slice(0, -1),
  ]) {
    await refusedWith(answering(body));
  }
});

test('a gzip bomb is not opened: only what travels is read, and it is no JSON', async () => {
  const bomb = gzipSync(JSON.stringify(keySetOf(key)).padEnd(30_000_000));
  assert.ok(bomb.length < 64 * 1024);
  await refusedWith((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      })
      .end(bomb),
  );
});

provesRule(rules.publishedKeysFew, async () => {
  const keys = [...keySetOf(key).keys, ...Array(20).fill(other.publicJwk)];
  await refusedWith(answering({ keys }));
});

provesRule(rules.publishedKeysArePublic, async () => {
  for (const secret of [{ d: 'x' }, { kty: 'oct', k: 'x' }]) {
    const keys = [...keySetOf(key).keys, { ...other.publicJwk, ...secret }];
    await refusedWith(answering({ keys }));
  }
});

test('a key of another kind in the set is passed over, whatever it looks like', async () => {
  const strange = [
    {},
    { kty: 'RSA', n: 1 },
    { kty: 'EC', crv: 'P-256', x: 1, key_ops: 7 },
  ];
  const keys = [...strange, ...keySetOf(key).keys];
  const { statusAs } = await startWithPublisher(answering({ keys }));
  assert.equal(await statusAs(key), 200);
});

test('a key set that cannot be fetched is a refusal, and says by which rule', async () => {
  const { askAs } = await startWithPublisher((_, response) => response.socket?.destroy());
  const { error_description } = await (await askAs(key)).json();
  assert.match(error_description, /client-url-answers/);
});

test('a suspended client has nobody sent anywhere', async () => {
  const { statusAs, storage, publisher, clock } = await startWithPublisher(
    answering(keySetOf(key)),
  );
  await storage.suspendClient('signer', clock.now() / 1000);
  assert.equal(await statusAs(key), 401);
  assert.equal(publisher.asked.length, 0);
});

for (const [what, stop] of [
  ['suspended', 'suspendClient'],
  ['deleted', 'deleteClient'],
] as const) {
  test(`a client that is ${what} while its keys are fetched is issued nothing`, async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { askAs, storage, publisher, clock } = await startWithPublisher(
      async (request, response) => {
        await answered;
        answering(keySetOf(key))(request, response);
      },
    );
    const waiting = askAs(key);
    await once(publisher.server, 'request');
    await storage[stop]('signer', clock.now() / 1000);
    clock.advance(1);
    answer();
    await refused(await waiting, 401, 'invalid_client');
  });
}
