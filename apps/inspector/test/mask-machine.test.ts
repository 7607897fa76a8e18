/** What a machine proves itself with is masked wherever it stands, before anybody has used it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskRecording } from '../src/exports/mask.ts';
import { secretsOf } from '../src/exports/secrets-of.ts';
import type { Exchange, RawHeaders } from '../src/recording/exchange.ts';
import { answer, exchange, jwt, recording } from './small-recording.ts';

const bearer = (token: string): RawHeaders => [['Authorization', `Bearer ${token}`]];

function masked(...exchanges: Exchange[]): string {
  return JSON.stringify(maskRecording(recording(exchanges)).exchanges);
}

/** A private key of P-256: RFC 7517, appendix A.2. */
const privateKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  d: '870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE',
};

test('the tokens of a registration are called what they are', () => {
  const registration = exchange({
    id: 1,
    line: 'POST /register',
    headers: bearer('an-initial-access-token'),
    response: answer(
      'application/json',
      JSON.stringify({
        client_secret: 'told-this-one-time',
        registration_access_token: 'for-this-registration',
      }),
    ),
  });
  const reading = exchange({
    id: 2,
    line: 'GET /register/app_1',
    headers: bearer('for-this-registration'),
  });
  const call = exchange({ id: 3, line: 'GET /user', headers: bearer('opens-the-api') });
  assert.deepEqual(
    secretsOf([registration, reading, call]).map(({ value, placeholder }) => [
      value,
      placeholder,
    ]),
    [
      ['an-initial-access-token', 'MASKED-initial_access_token-1'],
      ['told-this-one-time', 'MASKED-client_secret-1'],
      ['for-this-registration', 'MASKED-registration_access_token-1'],
      ['opens-the-api', 'MASKED-access_token-1'],
    ],
  );
});

test('of a client assertion only the signature goes: its claims can still be read', () => {
  const assertion = jwt({ iss: 'app_1', jti: 'once' }, 'the-signature-of-an-assertion');
  const body = `grant_type=client_credentials&client_assertion=${assertion}`;
  const text = masked(exchange({ id: 1, line: 'POST /token', body }));
  assert.match(text, /client_assertion=[\w-]+\.[\w-]+\.MASKED-signature-1"/);
});

test('a private key that somebody sends is masked: as JSON, in a form, and on the page that refuses it', () => {
  const jwks = JSON.stringify({ keys: [privateKey] });
  const form = new URLSearchParams({ client_name: 'Sundial', jwks }).toString();
  const page = answer(
    'text/html',
    `<textarea>${jwks.replaceAll('"', '&quot;')}</textarea>`,
  );
  const text = masked(
    exchange({
      id: 1,
      line: 'POST /register',
      body: JSON.stringify({ jwks: privateKey }),
    }),
    exchange({ id: 2, line: 'POST /developer/applications/new', body: form }),
    exchange({ id: 3, response: page }),
  );
  assert.ok(!text.includes(privateKey.d));
  assert.equal(text.split('MASKED-private_key-1').length, 4);
  for (const known of [privateKey.x, privateKey.y, 'Sundial']) {
    assert.ok(text.includes(known), known);
  }
});

test('a private key alone in a form is enough to know it by', () => {
  const body = new URLSearchParams({ jwks: JSON.stringify(privateKey) }).toString();
  assert.ok(!masked(exchange({ id: 1, body })).includes(privateKey.d));
});

test('what is called d and stands in no key is no secret', () => {
  const body = JSON.stringify({ d: 'a distance, in metres' });
  assert.match(masked(exchange({ id: 1, body })), /a distance, in metres/);
});
