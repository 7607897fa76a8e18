/** A message as a curl command: a shell gives curl back exactly what was recorded. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { toCurl } from '../src/exports/curl.ts';
import { maskRecording } from '../src/exports/mask.ts';
import type { Exchange } from '../src/recording/exchange.ts';
import { exchange, origins, recording, signIn } from './small-recording.ts';

/** What curl would be called with: a function of that name takes its place in the shell. */
function calledWith(one: Exchange): { args: string[]; input: string } {
  const shell = `curl() { for one; do printf '%s\\0' "$one"; done; printf '\\0'; case "$*" in *@-*) cat;; esac; }\n`;
  const options = { encoding: 'latin1' as const, input: '' };
  const output = execFileSync('/bin/sh', ['-c', shell + toCurl(one, origins)], options);
  const [args = '', ...input] = output.split('\0\0');
  return {
    args: Buffer.from(args, 'latin1').toString().split('\0'),
    input: input.join('\0\0'),
  };
}

test('a token request is one command against the public origin', () => {
  const [, , , , , , token] = maskRecording(recording(signIn())).exchanges;
  assert.equal(
    toCurl(token!, origins),
    `curl -i 'http://localhost:9001/token' \\
  -H 'Content-Type: application/x-www-form-urlencoded' \\
  -H 'Authorization: Basic YnJpZWZpbmc6TUFTS0VELWNsaWVudF9zZWNyZXQtMQ==' \\
  -H 'Accept:' \\
  --data-raw 'grant_type=authorization_code&code=MASKED-code-1&code_verifier=MASKED-code_verifier-1'
`,
  );
});

test('quotes, newlines, dollars, backslashes and other scripts reach curl as they are', () => {
  const body = `it's "quoted" \`id\` $(id) $HOME \\n !x\n\r\n\tGrüße, 世界`;
  const line = "POST /a?b='c'&d=$(id)";
  const { args } = calledWith(
    exchange({ id: 1, line, body, headers: [['X-Quote', "a'b\\"]] }),
  );
  assert.deepEqual(args.slice(0, 4), [
    '-i',
    "http://localhost:9000/a?b='c'&d=$(id)",
    '-H',
    "X-Quote: a'b\\",
  ]);
  assert.equal(args.at(-1), body);
});

test('a body that begins with @ is no file, and one that is no text comes from a pipe', () => {
  const at = calledWith(exchange({ id: 1, line: 'POST /', body: '@/etc/passwd' }));
  assert.deepEqual(at.args.slice(-2), ['--data-raw', '@/etc/passwd']);
  const bytes = Buffer.from([0, 255, 10, 39, 0]);
  const one = exchange({ id: 1, line: 'POST /' });
  const binary = { text: bytes.toString('base64'), encoding: 'base64' as const, size: 5 };
  const piped = calledWith({ ...one, request: { ...one.request, body: binary } });
  assert.deepEqual(piped.args.slice(-2), ['--data-binary', '@-']);
  assert.equal(piped.input, bytes.toString('latin1'));
  const nul = calledWith(exchange({ id: 1, line: 'POST /', body: 'ü\0' }));
  assert.equal(Buffer.from(nul.input, 'latin1').toString(), 'ü\0');
});

test('methods: curl knows GET, POST and HEAD by itself, and is told the others', () => {
  const options = (line: string, body = '') =>
    toCurl(exchange({ id: 1, line, body }), origins).split(" 'http")[0];
  assert.equal(options('GET /'), 'curl -i');
  assert.equal(options('POST /', 'a=b'), 'curl -i');
  assert.equal(options('HEAD /'), 'curl -i --head');
  assert.equal(options('POST /'), "curl -i -X 'POST'");
  assert.equal(options('GET /', 'a=b'), "curl -i -X 'GET'");
  assert.equal(
    options('DELETE /a/../b?x=[1-3]'),
    "curl -i -X 'DELETE' --globoff --path-as-is",
  );
});

test('headers: the role that sent it is not named, cookies go along, empty and foreign ones survive', () => {
  const { args } = calledWith(
    exchange({
      id: 1,
      headers: [
        ['Host', 'localhost:9000'],
        ['User-Agent', 'FourRoles-Client/1'],
        ['Accept-Encoding', 'gzip'],
        ['Accept', '*/*'],
        ['Cookie', 'a=b; c=d'],
        ['X-Empty', ''],
        ['X-Name', Buffer.from('Müller').toString('latin1')],
        ['X-Latin', 'M\xfcller'],
      ],
    }),
  );
  assert.deepEqual(
    args.filter((one) => one !== '-H'),
    [
      '-i',
      'http://localhost:9000/',
      'Accept: */*',
      'Cookie: a=b; c=d',
      'X-Empty;',
      'X-Name: Müller',
      'X-Latin: Müller',
    ],
  );
});

test('a body that is not whole is said to be so, in a comment', () => {
  const one = exchange({ id: 1, line: 'POST /', body: 'a' });
  const cut = { ...one.request.body, size: 9, cut: true as const };
  const command = toCurl({ ...one, request: { ...one.request, body: cut } }, origins);
  assert.match(
    command,
    /^# Only the beginning of the body was kept; it had 9 bytes\.\ncurl -i /,
  );
});
