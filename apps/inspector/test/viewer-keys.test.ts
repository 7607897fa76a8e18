/** Whose key is it: of the server, as it is rotated, and of clients, as they register them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange, RawHeaders } from '../src/recording/exchange.ts';
import { keySetChanges } from '../src/viewer/message/key-set-changes.ts';
import { registeredKeys } from '../src/viewer/message/registered-keys.ts';
import { answer, exchange } from './small-recording.ts';

const json = (value: object) => answer('application/json', JSON.stringify(value));
const to = 'authorization-server' as const;

function keySet(id: number, ...kids: string[]): Exchange {
  const response = json({ keys: kids.map((kid) => ({ kty: 'EC', kid })) });
  return exchange({ id, to, line: 'GET /jwks', response });
}

function tokenOf(id: number, kid: string): Exchange {
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const access_token = `${part({ alg: 'ES256', kid })}.${part({ sub: 'app_1' })}.c2ln`;
  return exchange({ id, to, line: 'POST /token', response: json({ access_token }) });
}

test('a key set is read beside the one before it, and tokens say which key signs', () => {
  const exchanges = [
    keySet(1, 'old'),
    tokenOf(2, 'old'),
    keySet(3, 'old', 'new'),
    tokenOf(4, 'new'),
    keySet(5, 'new'),
  ];
  assert.deepEqual(keySetChanges(exchanges, exchanges[0]!), {
    keys: [{ kid: 'old', change: 'unknown', signed: 2, signsNow: false }],
  });
  assert.deepEqual(keySetChanges(exchanges, exchanges[2]!), {
    before: 1,
    keys: [
      { kid: 'old', change: 'stays', signed: 2, signsNow: false },
      { kid: 'new', change: 'new', signed: 4, signsNow: true },
    ],
  });
  assert.deepEqual(keySetChanges(exchanges, exchanges[4]!), {
    before: 3,
    keys: [
      { kid: 'new', change: 'stays', signed: 4, signsNow: true },
      { kid: 'old', change: 'gone', signed: 2, signsNow: false },
    ],
  });
});

test('where no token was issued, no key is said to sign; and what is no key set is none', () => {
  const alone = keySet(1, 'one');
  assert.deepEqual(keySetChanges([alone], alone), {
    keys: [{ kid: 'one', change: 'unknown', signsNow: false }],
  });
  const refused = exchange({ id: 2, to, line: 'GET /jwks' });
  assert.equal(keySetChanges([refused], refused), undefined);
  const foreign = exchange({ id: 3, line: 'GET /jwks', response: json({ keys: [] }) });
  assert.equal(keySetChanges([foreign], foreign), undefined);
});

test('the keys of clients are found in a registration, in the form of the console, and where a client publishes them', () => {
  const jwks = (kid: string) => ({ keys: [{ kty: 'EC', kid }, { kty: 'EC' }] });
  const form: RawHeaders = [['Content-Type', 'application/x-www-form-urlencoded']];
  const found = registeredKeys([
    exchange({
      ...{ id: 1, to, line: 'POST /register' },
      body: JSON.stringify({ jwks: jwks('asked') }),
      response: json({ client_id: 'app_1', jwks: jwks('told') }),
    }),
    exchange({
      ...{ id: 2, to, line: 'POST /developer/applications/new', headers: form },
      body: new URLSearchParams({ jwks: JSON.stringify(jwks('typed')) }).toString(),
    }),
    exchange({
      id: 3,
      to: 'worker',
      line: 'GET /keys',
      response: json(jwks('published')),
    }),
    keySet(4, "the server's own"),
    exchange({ id: 5, to, line: 'POST /register', body: '{"jwks": "none"}' }),
  ]);
  assert.deepEqual(
    found.map(({ jwk, exchange, side }) => `${jwk.kid} ${exchange} ${side}`),
    ['published 3 response', 'typed 2 request', 'told 1 response', 'asked 1 request'],
  );
});
