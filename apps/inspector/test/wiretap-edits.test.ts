/** Somebody changes a message while it is held. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { EditedRequest, EditedResponse } from '../src/recording/exchange.ts';
import { answer, held, post } from './wiretap-held.ts';
import { soon } from './wiretap-setting.ts';

for (const [what, edit, request, expected] of [
  [
    'a request line',
    { method: 'PUT', target: '/token?a=\u00e4 b' },
    post,
    post.replace('POST /token?a=1', 'PUT /token?a=%C3%A4%20b'),
  ],
  [
    'a body',
    { body: 'b=\u00e4' },
    post,
    post.replace('7\r\n', '4\r\n').replace('a=1&b=2', 'b=\xc3\xa4'),
  ],
  [
    'a chunked body',
    { body: 'changed' },
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nchanged\r\n0\r\n\r\n',
  ],
  [
    'a compressed body',
    { body: 'plain' },
    (() => {
      const body = gzipSync('zipped').toString('latin1');
      return `POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    })(),
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nplain',
  ],
  [
    'header fields that lie about the body',
    {
      headers: [
        ['Host', 'y'],
        ['Content-Length', '999'],
      ],
    },
    post,
    'POST /token?a=1 HTTP/1.1\r\nHost: y\r\nContent-Length: 7\r\n\r\na=1&b=2',
  ],
  [
    'a body where there was none',
    { method: 'POST', body: 'new' },
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nnew',
  ],
] satisfies [string, EditedRequest, string, string][]) {
  test(`Somebody changes a request: ${what}`, soon, async (t) => {
    const wire = await held(t, request);
    wire.releaseRequest(edit);
    const role = await wire.role;
    assert.equal(await role.until(expected.length), expected);
  });
}

for (const [what, edit, expected] of [
  ['the body', { body: 'changed' }, answer.replace('2\r\n\r\nok', '7\r\n\r\nchanged')],
  ['the status', { status: 404 }, answer.replace('200 OK', '404 Not Found')],
  [
    'the fields',
    { headers: [['X', '1']] },
    'HTTP/1.1 200 OK\r\nX: 1\r\nContent-Length: 2\r\n\r\nok',
  ],
  [
    'to an answer without a body',
    { status: 204 },
    'HTTP/1.1 204 No Content\r\nX-B: 1\r\n\r\n',
  ],
] satisfies [string, EditedResponse, string][]) {
  test(`Somebody changes an answer: ${what}`, soon, async (t) => {
    const wire = await held(t);
    wire.releaseRequest(undefined);
    const role = await wire.role;
    await role.until(post);
    role.say(answer);
    wire.releaseResponse(edit);
    assert.equal(await wire.caller.until(expected.length), expected);
    await wire.notes.finished(0);
    assert.equal(wire.caller.got, expected);
  });
}

test('A change that HTTP cannot carry is said to be one', soon, async (t) => {
  for (const edit of [
    { headers: [['X', 'a\r\nb']] },
    { method: 'A B' },
  ] as EditedRequest[]) {
    const wire = await held(t);
    wire.releaseRequest(edit);
    await wire.caller.until('invalid_edit');
    assert.match(wire.caller.got, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.match((await wire.notes.finished(0)).failure ?? '', /HTTP cannot carry/);
    assert.equal(wire.reached(), false);
  }
  for (const edit of [
    { headers: [['X', 'a\r\nb']] },
    { status: 100 },
  ] as EditedResponse[]) {
    const wire = await held(t);
    wire.releaseRequest(undefined);
    (await wire.role).say(answer);
    wire.releaseResponse(edit);
    await wire.caller.until('invalid_edit');
  }
});
