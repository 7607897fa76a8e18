import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CarriedValue } from '../src/exports/carried-values.ts';
import type { Exchange, RawHeaders } from '../src/recording/exchange.ts';
import { messageNumber } from '../src/viewer/diagram/message-number.ts';
import { homecomings, type Stop } from '../src/viewer/message/coming-home.ts';
import { findProofKey } from '../src/viewer/message/find-proof-key.ts';
import { placesOf } from '../src/viewer/value-places.ts';

const form: RawHeaders = [['Content-Type', 'application/x-www-form-urlencoded']];

/** From second `id` to a tenth of a second later, unless `more` says otherwise. */
function exchange(id: number, target: string, more: Partial<Exchange> = {}): Exchange {
  const body = { text: '', encoding: 'utf-8', size: 0 } as const;
  return {
    ...{ id, from: 'browser', to: 'client', flow: 1, heldFor: 0, verdicts: [] },
    ...{ startedAt: id * 1000, finishedAt: id * 1000 + 100 },
    request: { method: 'GET', target, headers: [], body },
    response: { status: 200, reason: 'OK', headers: [], body },
    ...more,
  };
}

function asked(text: string): Exchange['request'] {
  const body = { text, encoding: 'utf-8', size: text.length } as const;
  return { method: 'POST', target: '/token', headers: form, body };
}

describe('what comes home', () => {
  const carried = (kind: string, value: string): CarriedValue => {
    return { kind, value, secret: false, side: 'request', at: `query ${kind}` };
  };
  const times: Record<string, number> = {
    '1 request': 1,
    '2 request': 2,
    '2 response': 3,
    '1 response': 4,
    '5 request': 5,
  };
  const timeOf = ({ exchange, side }: Stop) => times[`${exchange} ${side}`]!;
  const here: Stop = { exchange: 2, side: 'request' };

  it('was seen before, where it passed earlier', () => {
    const places: Stop[] = [here, { exchange: 1, side: 'request' }];
    const found = homecomings([carried('state', 's')], here, () => places, timeOf);
    assert.deepEqual(found[0]?.since, { exchange: 1, side: 'request' });
  });

  it('is new where only the answer to an earlier request carries it, which came later', () => {
    const places: Stop[] = [
      { exchange: 5, side: 'request' },
      { exchange: 1, side: 'response' },
      here,
    ];
    const [found] = homecomings([carried('code', 'c')], here, () => places, timeOf);
    assert.equal(found?.since, undefined);
    assert.deepEqual(found?.next, { exchange: 1, side: 'response' });
  });

  it('is told once for each value, of this half only', () => {
    const both = [carried('state', 's'), carried('state', 's')];
    const other: CarriedValue = { ...carried('nonce', 'n'), side: 'response' };
    assert.equal(homecomings([...both, other], here, () => [here], timeOf).length, 1);
  });
});

describe('the places of a value', () => {
  it('follow the recording as it grows, changes and forgets', () => {
    const first = exchange(1, '/callback?state=a-state-of-one-sign-in');
    const second = exchange(2, '/callback?state=a-state-of-one-sign-in');
    const ids = (...all: Exchange[]) => {
      const byId = new Map(all.map((one) => [one.id, one]));
      return placesOf('a-state-of-one-sign-in', byId).map((place) => place.exchange);
    };
    assert.deepEqual(ids(first), [1]);
    assert.deepEqual(ids(first, second), [1, 2]);
    assert.deepEqual(ids(exchange(1, '/callback?state=another'), second), [2]);
    assert.deepEqual(ids(), []);
  });
});

describe('the verifier and the challenge of a sign-in', () => {
  const challenged = exchange(
    1,
    '/authorize?code_challenge=the-challenge-of-this-sign-in',
  );
  const redeemed = exchange(3, '', {
    request: asked('code_verifier=the-verifier-of-this-sign-in'),
  });
  const parts = findProofKey([challenged, exchange(2, '/'), redeemed], []);

  it('are found in two messages of one flow', () => {
    assert.equal(parts.challenge?.value, 'the-challenge-of-this-sign-in');
    assert.equal(parts.challenge?.exchange, 1);
    assert.equal(parts.verifier?.value, 'the-verifier-of-this-sign-in');
    assert.equal(parts.verifier?.exchange, 3);
  });

  it('are not there before they were sent', () => {
    assert.equal(findProofKey([challenged], []).verifier, undefined);
  });
});

describe('the number of a message', () => {
  it('is that of the diagram: counted in its flow, without noise', () => {
    const exchanges = [
      exchange(1, '/'),
      exchange(2, '/', { flow: 2 }),
      exchange(3, '/icon.svg', { noise: true }),
      exchange(4, '/login'),
    ];
    const number = (at: number, side: 'request' | 'response') =>
      messageNumber(exchanges, exchanges[at]!, side);
    assert.equal(number(0, 'response'), 2);
    assert.equal(number(1, 'request'), 1);
    assert.equal(number(2, 'request'), undefined);
    assert.equal(number(3, 'request'), 3);
  });
});
