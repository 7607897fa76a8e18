/** Which values a message carries, where, and which of them are secrets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedValues } from '../src/exports/carried-values.ts';
import { valueIndex } from '../src/exports/value-index.ts';
import type { Exchange } from '../src/recording/exchange.ts';
import {
  accessToken,
  answer,
  exchange,
  nonce,
  redirect,
  secrets,
  signIn,
  state,
} from './small-recording.ts';

function places(one: Exchange, value: string): string[] {
  return carriedValues(one)
    .filter((carried) => carried.value === value)
    .map(({ side, at }) => `${side}: ${at}`);
}

test('a state is found wherever an authorization request travels', () => {
  const [start, request, password, consent] = signIn();
  assert.deepEqual(places(start!, state), ['response: Location query state']);
  assert.deepEqual(places(request!, state), [
    'request: query state',
    'response: Location query state',
  ]);
  assert.deepEqual(places(password!, state), [
    'request: form request > state',
    'response: Location query state',
  ]);
  assert.deepEqual(places(consent!, state), [
    'request: query state',
    'response: page request > state',
  ]);
});

test('client credentials are read out of the Authorization header (RFC 6749, section 2.3.1)', () => {
  const encoded = Buffer.from('brief%26ing:s%3Acret%C3%BC+1').toString('base64');
  const headers: [string, string][] = [['authorization', `basic ${encoded}`]];
  const values = carriedValues(exchange({ id: 1, headers }));
  assert.deepEqual(
    values.map(({ kind, value, at, secret }) => ({ kind, value, at, secret })),
    [
      {
        kind: 'client_id',
        value: 'brief&ing',
        at: 'header Authorization',
        secret: false,
      },
      {
        kind: 'client_secret',
        value: 's:cretü 1',
        at: 'header Authorization',
        secret: true,
      },
    ],
  );
});

test('a token is found in JSON, as a Bearer token and at introspection, with the claims inside', () => {
  const [, , , , , , token, call] = signIn();
  assert.deepEqual(places(token!, accessToken), ['response: JSON access_token']);
  assert.deepEqual(places(token!, nonce), ['response: JSON id_token > nonce']);
  assert.deepEqual(places(call!, accessToken), ['request: header Authorization']);
  assert.deepEqual(places(call!, 'jti-1'), ['request: header Authorization > jti']);
  const body = `token=${accessToken}&token_type_hint=access_token`;
  const introspection = exchange({ id: 1, line: 'POST /introspect', body });
  const [found] = carriedValues(introspection);
  assert.deepEqual(
    [found?.kind, found?.at, found?.isSecretFromBrowser],
    ['access_token', 'form token', true],
  );
});

test('cookies are secrets by their own names; one that is taken away is none', () => {
  const gone = redirect('/', ['Set-Cookie', 'acorn_session=; Max-Age=0']);
  const headers: [string, string][] = [['Cookie', 'acorn_session=abc; theme=dark']];
  const values = carriedValues(exchange({ id: 1, headers, response: gone }));
  assert.deepEqual(
    values.map(({ kind, at, secret }) => [kind, at, secret]),
    [
      ['cookie:acorn_session', 'cookie acorn_session', true],
      ['cookie:theme', 'cookie theme', true],
    ],
  );
});

test('a member of some JSON that is called code or state is no code and no state', () => {
  const response = answer('application/json', '{"code":"EUR","state":"open","list":[]}');
  assert.deepEqual(carriedValues(exchange({ id: 1, response })), []);
});

test('broken JSON, a deep nest and half of an encoding are read as far as they go', () => {
  const cut = answer(
    'application/json',
    `{"refresh_token":"${secrets.refreshToken}","x":"y`,
  );
  assert.equal(
    carriedValues(exchange({ id: 1, response: cut }))[0]?.value,
    secrets.refreshToken,
  );
  const deep = answer('application/json', `${'['.repeat(50_000)}1${']'.repeat(50_000)}`);
  assert.deepEqual(carriedValues(exchange({ id: 1, response: deep })), []);
  const line = 'GET /callback?state=%E0%A4%A&code=%';
  assert.deepEqual(
    carriedValues(exchange({ id: 1, line })).map(({ value }) => value),
    ['\ufffd%A', '%'],
  );
});

test('the index knows every place of a value, as exchanges come, change and go', () => {
  const index = valueIndex();
  for (const one of signIn().toReversed()) index.add(one);
  const where = () =>
    index.placesOf(secrets.code).map((place) => `${place.exchange} ${place.at}`);
  assert.deepEqual(where(), ['5 Location query code', '6 query code', '7 form code']);
  index.add(exchange({ id: 6, line: 'GET /callback?error=access_denied' }));
  assert.deepEqual(where(), ['5 Location query code', '7 form code']);
  index.remove(5);
  assert.deepEqual(where(), ['7 form code']);
});
