import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordedRequest, RecordedResponse } from '../src/recording/exchange.ts';
import {
  buildEditedRequest,
  buildEditedResponse,
  readRequest,
  readResponse,
} from '../src/viewer/controls/build-edit.ts';
import { type Pair, readPairs, writePairs } from '../src/viewer/controls/pairs.ts';

const form = 'application/x-www-form-urlencoded';

function request(target: string, text = '', type = form): RecordedRequest {
  return {
    method: 'POST',
    target,
    headers: [
      ['Host', 'localhost:9001'],
      ['Content-Type', type],
      ['X-Twice', 'a'],
      ['x-twice', 'b'],
    ],
    body: { text, encoding: 'utf-8', size: text.length },
  };
}

function changed(pairs: Pair[], name: string, value: string): Pair[] {
  return pairs.map((pair) => (pair.name === name ? { name, value } : pair));
}

describe('a message that somebody changes', () => {
  it('is not touched where nothing was changed', () => {
    const untouched = [
      request('/authorize?scope=openid%20mail.read&a=&b&&redirect_uri=http:%2f%2Fx#top'),
      request('/authorize?'),
      request('/token', 'a=1+2&a=%7e&grant_type=x'),
      request('/x', '{ "a" : 1.10,\n"a":"\\u0041", "n":{"b":[1,"}"]} }\n', 'a/json'),
      request('/x', 'not json', 'application/json'),
    ];
    for (const original of untouched) {
      assert.deepEqual(buildEditedRequest(original, readRequest(original)), {});
    }
  });

  it('changes one parameter of the query, percent-encoded, and no other', () => {
    const original = request('/callback?code=a%20b&state=s&resource=1&resource=2&iss');
    const fields = readRequest(original);
    fields.address.query = changed(fields.address.query, 'state', 'ä & b=c');
    assert.deepEqual(buildEditedRequest(original, fields), {
      target: '/callback?code=a%20b&state=%C3%A4+%26+b%3Dc&resource=1&resource=2&iss',
    });
  });

  it('changes one parameter of a form, and takes out another', () => {
    const original = request('/token', 'code=c%2B&code_verifier=v&resource=1&resource=2');
    const fields = readRequest(original);
    assert.equal(fields.body.kind, 'form');
    const pairs = fields.body.kind === 'form' ? fields.body.pairs : [];
    assert.equal(pairs[0]?.value, 'c+');
    fields.body = { kind: 'form', pairs: changed(pairs.slice(0, 3), 'resource', '3') };
    assert.deepEqual(buildEditedRequest(original, fields), {
      body: 'code=c%2B&code_verifier=v&resource=3',
    });
  });

  it('changes the address to which an answer sends the browser, in its header', () => {
    const original: RecordedResponse = {
      status: 302,
      reason: 'Found',
      headers: [
        ['location', 'http://localhost:9000/callback?code=c&state=s&iss=i'],
        ['Set-Cookie', 'a=b'],
      ],
      body: { text: '', encoding: 'utf-8', size: 0 },
    };
    const fields = readResponse(original);
    const location = fields.location;
    assert(location);
    location.query = changed(location.query, 'state', 'other');
    assert.deepEqual(buildEditedResponse(original, { ...fields, status: 303 }), {
      status: 303,
      headers: [
        ['location', 'http://localhost:9000/callback?code=c&state=other&iss=i'],
        ['Set-Cookie', 'a=b'],
      ],
    });
  });

  it('leaves a body alone that was cut, or is not here', () => {
    const original = request('/x', '{"a":', 'application/json');
    original.body.cut = true;
    assert.deepEqual(readRequest(original).body, { kind: 'kept' });
    assert.deepEqual(buildEditedRequest(original, readRequest(original)), {});
  });

  it('gives headers as they were sent, with the one that was changed', () => {
    const original = request('/x');
    const fields = readRequest(original);
    fields.headers = fields.headers.map(([name, value]) => [
      name,
      value === 'b' ? 'c' : value,
    ]);
    const headers = buildEditedRequest(original, fields).headers;
    assert.deepEqual(headers?.slice(2), [
      ['X-Twice', 'a'],
      ['x-twice', 'c'],
    ]);
  });
});

describe('pairs of a query', () => {
  it('decode plus and percent, and keep what is not well formed', () => {
    const text = 'a=1+2&&b&=c&d=%zz';
    assert.deepEqual(
      readPairs(text).map(({ name, value }) => [name, value]),
      [
        ['a', '1 2'],
        ['', ''],
        ['b', ''],
        ['', 'c'],
        ['d', '%zz'],
      ],
    );
    assert.equal(writePairs(readPairs(text)), text);
  });
});
