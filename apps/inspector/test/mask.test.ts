/** No secret leaves in a masked recording, however it is spelled. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskRecording } from '../src/exports/mask.ts';
import type { Exchange } from '../src/recording/exchange.ts';
import {
  accessToken,
  answer,
  exchange,
  nonce,
  recording,
  redirect,
  secrets,
  signIn,
  state,
} from './small-recording.ts';

function masked(exchanges: Exchange[]): Exchange[] {
  return maskRecording(recording(exchanges)).exchanges;
}

/** How a value could be written somewhere, each made here by other means than mask.ts has. */
function written(value: string): string[] {
  const percent = encodeURIComponent(value);
  const bytes = Buffer.from(value);
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    percent,
    encodeURIComponent(percent),
    percent.toLowerCase(),
    String(new URLSearchParams({ '': value })).slice(1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

test('no secret of a sign-in is in it any more, in any spelling', () => {
  const text = JSON.stringify(masked(signIn()));
  for (const [name, secret] of Object.entries(secrets)) {
    for (const one of written(secret)) assert.ok(!text.includes(one), `${name}: ${one}`);
  }
});

test('the same secret has the same placeholder wherever it stands', () => {
  const [, , , , consent, callback, token] = masked(signIn());
  const location = consent!.response!.headers[0]![1];
  assert.match(location, /\?code=MASKED-code-1&/);
  assert.match(callback!.request.target, /\?code=MASKED-code-1&/);
  assert.match(token!.request.body.text, /&code=MASKED-code-1&/);
  const another = exchange({ id: 9, line: 'GET /callback?code=another-code' });
  const [, later] = masked([callback!, another].map((one, id) => ({ ...one, id })));
  assert.equal(later!.request.target, '/callback?code=MASKED-code-1');
});

test('what a reader follows stays: state, nonce, challenge, client_id, username, claims', () => {
  const exchanges = masked(signIn());
  const text = JSON.stringify(exchanges);
  for (const one of [
    state,
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    'username=ada',
  ]) {
    assert.ok(text.includes(one), one);
  }
  const token = JSON.parse(exchanges[6]!.response!.body.text);
  assert.equal(token.access_token, accessToken.replace(/[^.]*$/, 'MASKED-signature-1'));
  const claims = Buffer.from(token.id_token.split('.')[1], 'base64url').toString();
  assert.equal(JSON.parse(claims).nonce, nonce);
});

test('client credentials stay well-formed, with another secret (RFC 7617)', () => {
  const { headers } = masked(signIn())[6]!.request;
  const [scheme, encoded = ''] = headers.at(-1)![1].split(' ');
  assert.equal(scheme, 'Basic');
  assert.equal(
    Buffer.from(encoded, 'base64').toString(),
    'briefing:MASKED-client_secret-1',
  );
});

test('a short secret is found by its name, and its word stays elsewhere', () => {
  const [login, token] = masked([
    exchange({
      id: 1,
      line: 'POST /login',
      headers: [['Cookie', 'x=ada']],
      body: 'username=ada&password=ada',
      response: answer('application/json', '{"password": "ada", "name": "ada"}'),
    }),
    exchange({
      id: 2,
      line: 'GET /?next=a%26password%3Dada',
      headers: [
        ['Authorization', `Basic ${btoa('ada:ada')}`],
        ['Authorization', 'Bearer ada'],
      ],
    }),
  ]);
  assert.equal(login!.request.body.text, 'username=ada&password=MASKED-x-1');
  assert.equal(login!.request.headers[0]![1], 'x=MASKED-x-1');
  assert.equal(login!.response!.body.text, '{"password": "MASKED-x-1", "name": "ada"}');
  assert.equal(token!.request.target, '/?next=a%26password%3DMASKED-x-1');
  const [basic, bearer] = token!.request.headers;
  assert.equal(atob(basic![1].split(' ')[1]!), 'ada:MASKED-x-1');
  assert.equal(bearer![1], 'Bearer MASKED-x-1');
});

test('evidence, failures, edited originals and foreign places are masked too', () => {
  const code = secrets.code;
  const before = exchange({ id: 1, line: 'GET /callback?code=the-real-code' });
  const inBinary = Buffer.from(`\0\xff${code}\0`, 'latin1').toString('base64');
  const [one] = masked([
    exchange({
      id: 1,
      line: `GET /callback?code=${code}`,
      requestBefore: before.request,
      failure: `It hung up at ${code}.`,
      verdicts: [
        {
          rule: { id: 'code-present', spec: 'RFC 6749, section 4.1.2' },
          passed: false,
          expected: `"${code}"`,
          received: `{"code":"${code.slice(0, 20)} ...`,
        },
      ],
      response: {
        ...redirect('/', ['X-Note', btoa(`a code: ${code} it is`)]),
        body: { text: inBinary, encoding: 'base64', size: 46 },
      },
    }),
  ]);
  assert.equal(one!.requestBefore!.target, '/callback?code=MASKED-code-1');
  assert.equal(one!.failure, 'It hung up at MASKED-code-2.');
  assert.equal(one!.verdicts[0]!.expected, '"MASKED-code-2"');
  assert.equal(one!.verdicts[0]!.received, '{"code":"MASKED-code-2 ...');
  assert.equal(atob(one!.response!.headers[1]![1]), 'a code: MASKED-code-2 it is');
  assert.equal(atob(one!.response!.body.text), '\0\xffMASKED-code-2\0');
});

test('a body that was cut in the middle of a secret keeps no half of it', () => {
  const [, cut] = masked([
    signIn()[6]!,
    exchange({
      id: 8,
      response: answer('text/plain', `again: ${secrets.refreshToken.slice(0, 12)}`),
    }),
  ]);
  assert.equal(cut!.response!.body.text, 'again: MASKED-refresh_token-1');
});

test('Content-Length and sizes stay as they were recorded', () => {
  const body = `password=${secrets.code}`;
  const headers: [string, string][] = [['Content-Length', String(body.length)]];
  const [one] = masked([exchange({ id: 1, line: 'POST /login', headers, body })]);
  assert.equal(one!.request.headers[0]![1], String(body.length));
  assert.equal(one!.request.body.size, body.length);
});

test('masking twice changes nothing, and a masked recording says so', () => {
  const once = maskRecording(recording(signIn()));
  assert.equal(once.masked, true);
  assert.deepEqual(maskRecording(once), once);
  assert.deepEqual(maskRecording({ ...once, masked: false }), once);
});

test('a secret that a page shows once, in a field to copy it from, is masked before anybody has used it', () => {
  const page = answer(
    'text/html; charset=utf-8',
    `<input id="client_secret" name="client_secret" value="only-once" readonly />
     <input name="initial_access_token" value="one-more" readonly>
     <input name="client_name" value="typed by somebody">`,
  );
  const [shown] = masked([exchange({ id: 1, response: page })]);
  const { text } = shown!.response!.body;
  assert.match(text, /value="MASKED-client_secret-1" readonly/);
  assert.match(text, /value="MASKED-initial_access_token-1" readonly/);
  assert.match(text, /typed by somebody/);
});
