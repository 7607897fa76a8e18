/** On the bar of Nightly's run: how few tokens how many calls took. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../src/recording/exchange.ts';
import { tokensAndCalls } from '../src/viewer/diagram/tokens-and-calls.ts';
import { exchange, pending } from './viewer-exchanges.ts';

const body = { text: 'grant_type=client_credentials', encoding: 'utf-8', size: 29 };
const form = [['Content-Type', 'application/x-www-form-urlencoded']];

const token = {
  from: 'worker',
  to: 'authorization-server',
  request: { method: 'POST', target: '/token', headers: form, body },
} as Partial<Exchange>;

const call = (status: number, from: Exchange['from'] = 'worker') =>
  ({
    from,
    to: 'resource-server',
    request: { ...exchange(1).request, target: '/business/contacts?limit=20' },
    response: { ...exchange(1).response, status },
  }) as Partial<Exchange>;

test('a token that is asked for counts, whether it was given or not; a call counts once it was served', () => {
  const refused = { ...token, response: { ...exchange(1).response!, status: 401 } };
  const run = [token, refused, call(200), call(201), call(401), call(503)];
  assert.equal(
    tokensAndCalls(run.map((each, index) => exchange(index + 1, each))),
    '2 tokens asked for, 2 calls served',
  );
  assert.equal(tokensAndCalls([exchange(1, token)]), '1 token asked for, 0 calls served');
});

test('a call that is on its way is not served yet', () => {
  const { response, ...underWay } = call(200);
  assert.equal(
    tokensAndCalls([exchange(1, token), pending(2, underWay)]),
    '1 token asked for, 0 calls served',
  );
});

test('what others send does not count, and where there is nothing to count, nothing is said', () => {
  assert.equal(
    tokensAndCalls([exchange(1), exchange(2, call(200, 'client'))]),
    undefined,
  );
  const discovery = { from: 'worker', to: 'authorization-server' } as const;
  assert.equal(tokensAndCalls([exchange(1, discovery)]), undefined);
});
