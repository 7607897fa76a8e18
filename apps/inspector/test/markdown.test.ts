/** A recording as Markdown, whatever strangers wrote into its messages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown } from '../src/exports/markdown.ts';
import { maskRecording } from '../src/exports/mask.ts';
import { answer, exchange, recording, redirect, signIn } from './small-recording.ts';

test('a run is a heading, its participants, a diagram, and each message with its HTTP', () => {
  const text = toMarkdown(maskRecording(recording(signIn())));
  const headings = text.split('\n').filter((line) => line.startsWith('#'));
  assert.deepEqual(headings.slice(0, 4), [
    '# A recording of Four Roles',
    "## Ada's sign-in",
    '### 1. start of a sign-in (browser to client)',
    '### 2. authorization request (client to browser)',
  ]);
  assert.equal(headings.length, 2 + 16);
  assert.match(text, /\nSecrets are masked\.\n/);
  assert.match(text, /\n- Client \(Briefing\): http:\/\/localhost:9000\n/);
  assert.match(text, /```mermaid\nsequenceDiagram\n/);
  assert.match(
    text,
    /```http\nPOST \/token HTTP\/1\.1\nContent-Type: .*\nAuthorization: /,
  );
  assert.match(text, /\n\ngrant_type=authorization_code&code=MASKED-code-1&/);
  assert.match(text, /```http\nHTTP\/1\.1 303 See Other\nLocation: /);
});

test('the rules that judged a message are a table below its answer', () => {
  const [one] = signIn();
  const rule = {
    id: 'state-known',
    spec: 'RFC 6749, section 10.12',
    says: 'It | is known.',
  };
  const verdicts = [
    { rule: { id: 'code-present', spec: rule.spec }, passed: true },
    { rule, passed: false, expected: '"a|b"', received: '"`x`\n|"' },
  ];
  const text = toMarkdown(recording([{ ...one!, verdicts, verdictsCut: true }]));
  assert.ok(
    text.includes(
      '| held | code-present |  |  | RFC 6749, section 10.12 |\n' +
        '| **broken** | state-known: It \\| is known. | "a\\|b" | "\\`x\\` \\|" | RFC 6749, section 10.12 |',
    ),
    text,
  );
  assert.match(text, /More rules were tried/);
});

test('a message that was changed in the wire is there as it was sent, and as it went on', () => {
  const before = exchange({ id: 1, line: 'GET /callback?state=mine' }).request;
  const text = toMarkdown(
    recording([
      exchange({
        id: 1,
        line: 'GET /callback?state=another',
        requestBefore: before,
        response: redirect('/after'),
        responseBefore: redirect('/before'),
      }),
      exchange({ id: 2, failure: 'It <hung> up.' }),
    ]),
  );
  assert.match(
    text,
    /As it was sent:\n\n```http\nGET \/callback\?state=mine [^`]*```\n\nChanged in the wire to:\n\n```http\nGET \/callback\?state=another /,
  );
  assert.match(
    text,
    /Location: \/before\n```\n\nChanged in the wire to:\n\n```http\n.*\nLocation: \/after/,
  );
  assert.match(text, /It \\<hung\\> up\./);
});

test('no body ends its code block, and no name becomes markup', () => {
  const hostile = '```\n# A heading\n<script>alert(1)</script>\n`````` \n~~~\n| a |';
  const one = exchange({
    id: 1,
    line: 'GET /<b>*x*\n# y',
    body: hostile,
    response: answer('text/plain', hostile),
  });
  const flows = [{ id: 1, kind: 'other' as const, name: '[x](javascript:alert(1)) <i>' }];
  const text = toMarkdown({ ...recording([one]), flows });
  const fences = [...text.matchAll(/^(`{3,})(\w*)$/gm)].map(([line]) => line);
  // Of the six lines of backticks inside, none is as long as the fences around them.
  assert.equal(fences.filter((line) => line.startsWith('```````')).length, 4);
  assert.ok(text.includes('## \\[x\\](javascript:alert(1)) \\<i\\>'));
  assert.ok(
    text.includes('### 1. page request: GET /%3Cb%3E\\*x\\* (browser to client)'),
    text,
  );
});

test('of a long body the beginning is there, of a binary one its size', () => {
  const long = answer('text/html', 'x'.repeat(100_000));
  const binary = answer('image/png', '');
  const text = toMarkdown(
    recording([
      exchange({ id: 1, response: long }),
      exchange({
        id: 2,
        response: { ...binary, body: { text: 'AAAA', encoding: 'base64', size: 3 } },
      }),
      exchange({
        id: 3,
        response: {
          ...binary,
          body: { text: '', encoding: 'utf-8', size: 9, omitted: true },
        },
      }),
    ]),
  );
  assert.ok(text.length < 10_000);
  assert.match(text, /xxx\n\(\.\.\. of 100000 bytes\)\n```/);
  assert.match(text, /\(3 bytes that are no text\)/);
  assert.match(text, /\(9 bytes that are not in this list\)/);
});

test('noise, and flows of which nothing is left, are not in it', () => {
  const text = toMarkdown(recording([exchange({ id: 1, noise: true, flow: 0 })]));
  assert.ok(!text.includes('##'));
});
