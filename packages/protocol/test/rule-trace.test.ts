/** The verdicts on a request, in one header of its answer. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { Rule, Verdict } from '../src/rule.ts';
import { decodeTrace, encodeTrace } from '../src/rule-trace.ts';

const rule = (id: string, words = 'Something holds.') =>
  ({
    id,
    spec: 'RFC 6749, section 4.1.3',
    level: 'MUST',
    says: words,
    stops: words,
    fix: words,
    error: 'invalid_grant',
  }) as Rule;

const passed = (id: string, words?: string): Verdict => ({
  rule: rule(id, words),
  passed: true,
});
const failed = (id: string, words?: string): Verdict => ({
  rule: rule(id, words),
  passed: false,
  expected: 'one',
  received: ['another', 2],
});

/** Words that no compression makes shorter. */
const noise = (length: number) => randomBytes(length / 2).toString('hex');

const ids = (value: string) => decodeTrace(value).verdicts.map(({ rule }) => rule.id);

test('what is encoded comes back, in its order, with all that a rule says', () => {
  const verdicts = [passed('a'), passed('b'), passed('a'), failed('c')];
  const value = encodeTrace(verdicts);
  assert.match(value, /^[\w-]+$/);
  assert.deepEqual(ids(value), ['a', 'b', 'a', 'c']);
  assert.deepEqual(decodeTrace(value), {
    verdicts: [
      ...verdicts.slice(0, 3),
      {
        rule: rule('c'),
        passed: false,
        expected: '"one"',
        received: '["another",2]',
      },
    ],
  });
});

test('a sign-in\u2019s thirty rules fit with every word', () => {
  const words =
    'Somebody who has stolen the code on its way redeems it in another place.';
  const verdicts = Array.from({ length: 30 }, (_, i) => passed(`rule-${i}`, words + i));
  const trace = decodeTrace(encodeTrace(verdicts));
  assert.equal(trace.cut, undefined);
  assert.equal(trace.verdicts[29]?.rule.says, `${words}29`);
});

test('where room is short, rules that held lose their words first', () => {
  const verdicts = [
    ...Array.from({ length: 60 }, (_, i) => passed(`rule-${i}`, noise(400))),
    failed('broken', noise(100)),
  ];
  const value = encodeTrace(verdicts);
  assert.ok(value.length <= 8192);
  const trace = decodeTrace(value);
  assert.equal(trace.cut, undefined);
  assert.equal(trace.verdicts.length, 61);
  assert.deepEqual(trace.verdicts[0]?.rule, { id: 'rule-0', spec: rule('').spec });
  assert.deepEqual(trace.verdicts[60]?.rule, verdicts[60]?.rule);
});

test('then rules that held are left out, the first ones first, and that is said', () => {
  const verdicts = [
    ...Array.from({ length: 500 }, (_, i) => passed(`rule-${i}-${noise(30)}`)),
    failed('broken'),
  ];
  const value = encodeTrace(verdicts);
  assert.ok(value.length <= 8192);
  const trace = decodeTrace(value);
  assert.equal(trace.cut, true);
  assert.equal(trace.verdicts.at(-1)?.rule.id, 'broken');
  assert.match(trace.verdicts.at(-2)?.rule.id ?? '', /^rule-499-/);
  assert.ok(trace.verdicts.length > 50);
});

test('whatever there is, the value is never too long', () => {
  const many = Array.from({ length: 300 }, () => failed(noise(2000), noise(2000)));
  const value = encodeTrace(many);
  assert.ok(value.length <= 8192);
  assert.equal(decodeTrace(value).cut, true);
  assert.ok(encodeTrace([failed(noise(20_000))]).length <= 8192);
  assert.deepEqual(decodeTrace(encodeTrace([])), { verdicts: [] });
});

test('evidence of any kind is shown, shortened, without failing', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  class Hidden {
    readonly #value = 'hunter2';
    reveal = () => this.#value;
  }
  const throwing = {
    toJSON() {
      throw new Error('no');
    },
  };
  const shown = (received: unknown) =>
    decodeTrace(encodeTrace([{ ...passed('a'), received }])).verdicts[0]?.received;
  assert.equal(shown(circle), 'a object');
  assert.equal(shown(throwing), 'a object');
  assert.equal(
    shown(() => 1),
    'a function',
  );
  assert.equal(shown(12n), '"12"');
  assert.equal(shown(new Hidden()), '{}');
  assert.equal(shown(null), 'null');
  assert.equal(shown(undefined), undefined);
  assert.ok((shown('x'.repeat(5000)) ?? '').length < 310);
});

test('rubbish is an empty trace, and a small value does not become a large one', () => {
  const deflated = (value: unknown) =>
    deflateRawSync(JSON.stringify(value)).toString('base64url');
  const bomb = deflateRawSync(`{"verdicts":[${' '.repeat(50_000_000)}]}`);
  for (const value of [
    '',
    'rubbish',
    '\u0000',
    'A'.repeat(9000),
    deflated(null),
    deflated({}),
    deflated({ verdicts: 5 }),
    deflated({ verdicts: [null] }),
    deflated({ verdicts: [{ rule: { id: 1, spec: '' }, passed: true }] }),
    deflated({ verdicts: [{ rule: { id: 'a', spec: '' }, passed: 'yes' }] }),
    deflated({ verdicts: [{ ...passed('a'), received: {} }] }),
    bomb.toString('base64url').slice(0, 8192),
    bomb.toString('base64url'),
  ]) {
    assert.deepEqual(decodeTrace(value), { verdicts: [] }, value.slice(0, 40));
  }
  const odd = deflated({
    verdicts: [{ rule: { ...rule('a'), says: {} }, passed: true }],
  });
  assert.equal(decodeTrace(odd).verdicts[0]?.rule.says, undefined);
});
