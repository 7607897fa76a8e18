/** Archives that were not saved here, and files that are none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHar } from '../src/exports/har.ts';
import { fromHar } from '../src/exports/open-har.ts';
import { origins, recording, signIn } from './small-recording.ts';

/** As a browser saves it: nothing of ours in it. */
function foreign(change: (har: ReturnType<typeof toHar>) => void = () => {}): string {
  const har = JSON.parse(JSON.stringify(toHar(recording(signIn()))));
  change(har);
  return JSON.stringify(har, (key, value) => (key === '_fourRoles' ? undefined : value));
}

test('of what a browser saved, everything that went to a role is shown as sent by a browser', () => {
  const opened = fromHar(
    foreign(({ log }) => {
      log.entries[1]!.request.url = 'https://example.com/elsewhere';
      log.entries[2]!.request.url = 'http://localhost:9001/style.css';
      log.entries[2]!.request.method = 'GET';
      log.entries[3]!.response.status = 0;
      log.entries[3]!.request.headers.push({ name: ':authority', value: 'localhost' });
      log.entries[4]!.request.postData!.text = undefined as unknown as string;
    }),
    origins,
  );
  assert.deepEqual(
    opened.exchanges.map(({ id, from, to, noise }) => [id, from, to, noise ?? false]),
    [
      [1, 'browser', 'client', false],
      [2, 'browser', 'authorization-server', true],
      [3, 'browser', 'authorization-server', false],
      [4, 'browser', 'authorization-server', false],
      [5, 'browser', 'client', false],
      [6, 'browser', 'authorization-server', false],
      [7, 'browser', 'resource-server', false],
    ],
  );
  assert.equal(opened.exchanges[2]!.failure, 'Nothing came back.');
  assert.ok(
    !opened.exchanges[2]!.request.headers.some(([name]) => name === ':authority'),
  );
  assert.match(opened.exchanges[3]!.request.body.text, /&decision=allow$/);
  assert.equal(opened.masked, false);
});

const saved = JSON.stringify(toHar(recording(signIn())));
for (const [what, file, sentence] of [
  [
    'no JSON',
    'PK\u0003\u0004',
    /^This file is no HTTP archive \(HAR\): it is not JSON\.$/,
  ],
  [
    'other JSON',
    '{"log":{"entries":3}}',
    /^This file is no HTTP archive.*log\.entries.*\.$/,
  ],
  [
    'nobody known',
    foreign().replaceAll('localhost:900', 'localhost:800'),
    /one of the four/,
  ],
  ['a damaged one', saved.replace('"heldFor":0', '"heldFor":"x"'), /damaged: heldFor: /],
  ['an unknown role', saved.replace('"to":"client"', '"to":"x"'), /damaged: to: /],
  ['one number twice', saved.replace('"id":2', '"id":1'), /have the same number\.$/],
] as const) {
  test(`a file that cannot be opened says so in a sentence: ${what}`, () => {
    assert.throws(() => fromHar(file, origins), { name: 'Error', message: sentence });
  });
}
