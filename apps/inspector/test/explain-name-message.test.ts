import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageKinds, nameMessage } from '../src/explain/name-message.ts';
import { specificationLink } from '../src/explain/specification-link.ts';
import { browserExamples } from './explain-browser-examples.ts';
import { exchange } from './explain-exchange.ts';
import { serverExamples } from './explain-server-examples.ts';

/** Kinds that nobody waits for. */
const noise = ['asset', 'asset-request', 'health', 'health-check'];

const examples = [...browserExamples, ...serverExamples];

describe('a message is called what the specifications call it', () => {
  for (const { from, expected } of examples) {
    test(`${from.to}: ${from.request} -> ${expected.join(', ')}`, () => {
      const { request, response } = nameMessage(exchange(from));
      assert.deepEqual([request.name, response?.name].filter(Boolean), expected);
    });
  }
});

test('every kind of message has an example, and a name in the menu', () => {
  const seen = new Set<string>();
  for (const { from } of examples) {
    const { request, response } = nameMessage(exchange(from));
    seen.add(request.kind);
    if (response) seen.add(response.kind);
  }
  const kinds = messageKinds.map(({ kind }) => kind);
  assert.deepEqual(
    kinds.filter((kind) => !seen.has(kind)),
    [],
  );
  assert.deepEqual([...seen].filter((kind) => !kinds.includes(kind)).sort(), noise);
  assert.equal(new Set(messageKinds.map(({ name }) => name)).size, messageKinds.length);
});

test('every message says what it is for, and cites what can be followed', () => {
  for (const { from } of examples) {
    const { request, response } = nameMessage(exchange(from));
    for (const named of [request, response]) {
      if (!named) continue;
      assert.match(named.says, /^[A-Z].*[.?!]$/);
      assert.match(named.kind, /^[a-z]+(-[a-z]+)*$/);
      if (named.spec) assert.ok(specificationLink(named.spec), named.spec);
    }
  }
});

test('while nothing has come back, only the request has a name', () => {
  const { response } = nameMessage(exchange({ to: 'client', request: 'GET /login' }));
  assert.equal(response, undefined);
});
