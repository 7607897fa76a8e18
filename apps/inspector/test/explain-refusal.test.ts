import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalIn } from '../src/explain/refusal.ts';
import type { RawHeaders, RuleVerdict } from '../src/recording/exchange.ts';
import { exchange } from './explain-exchange.ts';

const tokenRequest = {
  ...({ to: 'authorization-server', request: 'POST /token', status: 400 } as const),
  form: { grant_type: 'authorization_code' },
  json: {
    error: 'invalid_grant',
    error_description:
      'Refused by the rule code-used-once, which demands: The code has not been redeemed before.',
    error_uri: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2',
  },
};

const broken: RuleVerdict = {
  rule: {
    id: 'code-bound-to-redirect-uri',
    spec: 'RFC 6749, section 4.1.3',
    level: 'MUST',
    says: 'The redirect_uri is the same as in the authorization request.',
    stops: 'A code that was sent to one address is redeemed at another.',
    fix: 'Send the same redirect_uri.',
    error: 'invalid_grant',
  },
  passed: false,
  expected: '"http://localhost:9000/callback"',
  received: '["http://localhost:9000/","http://localhost:9000/x"]',
};

test('with a trace: party, check, section, expected and received, and what to do', () => {
  const held: RuleVerdict = {
    rule: { id: 'form-body', spec: 'RFC 6749, section 3.2' },
    passed: true,
  };
  const refusal = refusalIn({ ...exchange(tokenRequest), verdicts: [held, broken] });
  assert.equal(refusal?.party, 'authorization-server');
  assert.equal(
    refusal.sentence,
    'The authorization server refused the message "access token request (authorization code)".',
  );
  assert.equal(refusal.error, 'invalid_grant');
  assert.deepEqual(refusal.checks, [
    {
      id: 'code-bound-to-redirect-uri',
      spec: 'RFC 6749, section 4.1.3',
      level: 'MUST',
      says: 'The redirect_uri is the same as in the authorization request.',
      stops: 'A code that was sent to one address is redeemed at another.',
      fix: 'Send the same redirect_uri.',
      expected: 'http://localhost:9000/callback',
      received: 'http://localhost:9000/, http://localhost:9000/x',
    },
  ]);
});

test('without a trace, the answer of the token endpoint is read', () => {
  const refusal = refusalIn(exchange(tokenRequest));
  assert.equal(refusal?.status, 400);
  assert.match(refusal.meaning ?? '', /spent/);
  assert.match(refusal.remedy ?? '', /new sign-in/);
  assert.equal(refusal.uri, 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2');
  assert.deepEqual(refusal.checks, [
    { id: 'code-used-once', says: 'The code has not been redeemed before.' },
  ]);
});

test('without a trace, a challenge is read where the body says nothing', () => {
  const challenge: RawHeaders = [
    ['WWW-Authenticate', 'Bearer error="insufficient_scope", scope="mail.read"'],
  ];
  const refusal = refusalIn(
    exchange({
      ...{ to: 'resource-server', request: 'GET /user/messages', status: 403 },
      answerHeaders: challenge,
    }),
  );
  assert.equal(refusal?.error, 'insufficient_scope');
  assert.match(refusal.remedy ?? '', /scope/);
});

test('a refusal that is sent through the browser is read in the redirect', () => {
  const answerHeaders: RawHeaders = [
    ['Location', 'http://localhost:9000/callback?error=access_denied&state=s'],
  ];
  const refusal = refusalIn(
    exchange({
      ...{ to: 'authorization-server', request: 'POST /consent', status: 303 },
      answerHeaders,
    }),
  );
  assert.equal(refusal?.error, 'access_denied');
});

test('a code of a foreign server, which nobody explains, is told as it is', () => {
  const refusal = refusalIn(exchange({ ...tokenRequest, json: { error: 'slow_down' } }));
  assert.equal(refusal?.error, 'slow_down');
  assert.equal(refusal.meaning, undefined);
});

test('a check that failed behind an answer says so', () => {
  const refusal = refusalIn({
    ...exchange({
      ...{ to: 'authorization-server', request: 'POST /introspect', status: 200 },
      json: { active: false },
    }),
    verdicts: [broken],
  });
  assert.match(refusal?.sentence ?? '', /answered .* although a check failed/);
});

test('where nobody refused anything there is no refusal', () => {
  assert.equal(
    refusalIn(exchange({ to: 'client', request: 'GET /', status: 200 })),
    undefined,
  );
  assert.equal(refusalIn(exchange({ to: 'client', request: 'GET /' })), undefined);
});
