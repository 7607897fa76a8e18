/** Secrets that others have spelled, and bodies that were made to keep the mask busy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHar } from '../src/exports/har.ts';
import { maskRecording } from '../src/exports/mask.ts';
import { maskOf } from '../src/exports/mask-text.ts';
import type { Exchange } from '../src/recording/exchange.ts';
import { exchange, recording, redirect } from './small-recording.ts';

function masked(exchanges: Exchange[]): Exchange[] {
  return maskRecording(recording(exchanges)).exchanges;
}

const json: [string, string][] = [['Content-Type', 'application/json']];

for (const [who, body, headers = []] of [
  ['Python, which encodes an asterisk', 'password=ab.cd%2Aefghij'],
  ['a program that encodes letters', 'password=%61bcd'],
  ['Python, which writes JSON in ASCII', '{"password":"p\\u00e4ssword-of-ada"}', json],
  ['PHP, which escapes slashes', '{"client_secret":"abcd\\/efghijklmnop"}', json],
  [
    'curl -F',
    '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter2\r\n--x--',
  ],
  ['a cookie without a name', '', [['Cookie', 'a-cookie-without-a-name']]],
  ['a cookie with blanks', '', [['Cookie', 'theme = dark']]],
] as [string, string, [string, string][]?][]) {
  test(`whatever spells a secret: ${who}`, () => {
    const [one] = masked([exchange({ id: 1, line: 'POST /login', headers, body })]);
    const text = JSON.stringify(toHar(recording([one!])));
    assert.match(text, /MASKED-/);
    assert.doesNotMatch(text, /%2A|\*ef|bcd|ssword-of|efghij|hunter2|a-cookie|dark/);
  });
}

test('a form with a byte that is no UTF-8 is a form all the same', () => {
  const bytes = Buffer.from('password=h\xe4nterpassword', 'latin1');
  const login = exchange({ id: 1, line: 'POST /login' });
  const text = bytes.toString('base64');
  login.request.body = { text, encoding: 'base64', size: bytes.length };
  const [one] = masked([login]);
  assert.equal(atob(one!.request.body.text), 'password=MASKED-password-1');
});

test('a secret where nobody looks for one is masked too', () => {
  const password = 'correct-horse';
  const response = { ...redirect('/'), reason: `no ${password}` };
  const login = exchange({
    ...{ id: 1, line: 'POST /login', body: `password=${password}&token=short` },
    ...{ headers: [[password, 'x']], response, agent: password },
    verdicts: [{ rule: { id: 'any', spec: 'any' }, passed: false, received: '"short"' }],
  });
  const flows = [{ id: 1, kind: 'sign-in' as const, name: `${password}'s sign-in` }];
  const text = JSON.stringify(maskRecording({ ...recording([login]), flows }));
  assert.doesNotMatch(text, /correct-horse|short/);
});

test('on the screen, in a command and in a header a short secret is covered too', () => {
  const headers: [string, string][] = [
    ['Authorization', `Basic ${btoa('ada:ada')}`],
    ['Authorization', 'Bearer short'],
  ];
  const mask = maskOf([exchange({ id: 1, headers })]);
  const shown = mask.text(`-H 'Authorization: Basic ${btoa('ada:ada')}' Bearer short`);
  assert.equal(
    shown,
    `-H 'Authorization: Basic ${btoa('ada:MASKED-client_secret-1')}' Bearer MASKED-access_token-1`,
  );
});

// A page of another site may send what it likes, and the inspector records it.
for (const [what, body] of [
  [
    'a long run',
    `password=hunter2hunter2&x=${'A'.repeat(200_000)}!${btoa('hunter2hunter2')}`,
  ],
  [
    'runs that say nothing',
    `password=8bytes!!&x=${`AA${btoa('8bytes!!').slice(0, 10)}`.repeat(16_000)}`,
  ],
  [
    'short passwords',
    Array.from({ length: 20_000 }, (_, n) => `password=<${n}`).join('&'),
  ],
  ['tokens', 'token=x&'.repeat(30_000)],
  ['blanks', `password=x${' '.repeat(200_000)}y`],
] as const) {
  test(`a body full of ${what} is masked within a moment`, () => {
    const headers: [string, string][] = [
      ['Cookie', `a${' '.repeat(60_000)}b=`],
      ['Authorization', `Bearer x${' '.repeat(60_000)}y`],
    ];
    const before = performance.now();
    toHar(recording(masked([exchange({ id: 1, line: 'POST /', headers, body })])));
    // Without care it is minutes, in which nothing passes through the wiretap.
    assert.ok(performance.now() - before < 8000);
  });
}

test('of too many short secrets beside one name none is shown', () => {
  const passwords = Array.from({ length: 3000 }, (_, n) => `password=pw${n}`);
  const [one] = masked([
    exchange({ id: 1, line: 'POST /', body: `${passwords.join('&')}&x=1` }),
  ]);
  assert.doesNotMatch(one!.request.body.text, /pw\d/);
  assert.match(one!.request.body.text, /&x=1$/);
});
