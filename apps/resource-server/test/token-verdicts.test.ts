/**
 * GET /token-verdicts: one token, judged in three ways.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTrace, traceHeader } from '@four-roles/protocol/rule-trace';
import { json, newKey, origin, signed, startAcorn } from './acorn.ts';

type Acorn = ReturnType<typeof startAcorn>;

type Verdict = {
  mode: string;
  active: boolean | null;
  rule?: string;
  error_description?: string;
  refuses_at_the_latest?: string;
};

type Verdicts = { mode_in_force: string; verdicts: Verdict[] };

async function verdicts(acorn: Acorn, token: string): Promise<Verdict[]> {
  const response = await acorn.call('/token-verdicts', token);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  return (await json<Verdicts>(response)).verdicts;
}

const inEachMode = (all: Verdict[]) =>
  all.map(({ mode, active, rule }) => [mode, active, rule]);

test('a good token, of any resource: active in each mode, and until when at the latest', async () => {
  for (const resource of [
    '/user',
    '/business/contacts',
    '/business/payments',
    '/gateway',
  ]) {
    const acorn = startAcorn({ revocationCheck: 'list' });
    const token = acorn.token({ aud: `${origin}${resource}`, scope: 'none.of.ours' });
    const response = await acorn.call('/token-verdicts', token);
    assert.deepEqual(await json<Verdicts>(response), {
      mode_in_force: 'list',
      verdicts: [
        {
          mode: 'local',
          active: true,
          refuses_at_the_latest: `when it expires: ${acorn.claims().exp}`,
        },
        {
          mode: 'introspection',
          active: true,
          refuses_at_the_latest: '5 seconds after it was revoked',
        },
        {
          mode: 'list',
          active: true,
          refuses_at_the_latest:
            '5 seconds after it was revoked; 30 while the authorization server does not answer',
        },
      ],
    });
  }
});

test('a revoked token: its signature is as good as ever, and the other two say no', async () => {
  const acorn = startAcorn();
  const token = acorn.token({ jti: 'one-token' });
  await verdicts(acorn, token);
  acorn.authorizationServer.revoked.add(token);
  acorn.authorizationServer.list.tokens.push('one-token');
  acorn.clock.advance(5.001);
  assert.deepEqual(inEachMode(await verdicts(acorn, token)), [
    ['local', true, undefined],
    ['introspection', false, 'token-not-revoked'],
    ['list', false, 'token-not-on-revocation-list'],
  ]);
});

test('a token that is refused anyway is refused in each mode by the same rule, and nobody is asked', async () => {
  const acorn = startAcorn();
  const stranger = signed({}, acorn.claims(), await newKey());
  for (const [token, rule] of [
    [acorn.token({ aud: 'https://elsewhere.example' }), 'audience-is-this-resource'],
    [acorn.token({ exp: 1_000_000_000, iat: 999_999_999 }), 'token-not-expired'],
    [stranger, 'key-is-published'],
    [signed({ typ: 'JWT' }, acorn.claims()), 'token-type-is-access-token'],
  ] as const) {
    assert.deepEqual(inEachMode(await verdicts(acorn, token)), [
      ['local', false, rule],
      ['introspection', false, rule],
      ['list', false, rule],
    ]);
  }
  const asked = acorn.authorizationServer.requests;
  assert.deepEqual(
    new Set(asked),
    new Set(['/.well-known/oauth-authorization-server', '/jwks']),
  );
});

test('no token, or what is none: 401 with a challenge, as everywhere', async () => {
  const acorn = startAcorn();
  const missing = await acorn.call('/token-verdicts');
  assert.equal(missing.status, 401);
  assert.equal(missing.headers.get('WWW-Authenticate'), 'Bearer');
  const rubbish = await acorn.call('/token-verdicts', 'rubbish');
  assert.equal(rubbish.status, 401);
  assert.match(rubbish.headers.get('WWW-Authenticate')!, /^Bearer error="invalid_token"/);
  const inQuery = await acorn.call(`/token-verdicts?access_token=${acorn.token()}`);
  assert.equal(inQuery.status, 401);
});

test('without credentials there is one verdict, and a sentence in the place of the others', async () => {
  const acorn = startAcorn({ withoutCredentials: true });
  const [local, ...others] = await verdicts(acorn, acorn.token());
  assert.equal(local?.active, true);
  assert.deepEqual(inEachMode(others), [
    ['introspection', null, undefined],
    ['list', null, undefined],
  ]);
  for (const { error_description } of others) {
    assert.match(error_description!, /^This server has no credentials/);
  }
});

test('authorization server away: what cannot be told now is neither a yes nor a no', async () => {
  const acorn = startAcorn();
  const token = acorn.token();
  await acorn.call('/user/userinfo', token);
  acorn.authorizationServer.reachable = false;
  const all = await verdicts(acorn, token);
  assert.deepEqual(
    all.map(({ active }) => active),
    [true, null, null],
  );
  assert.match(all[1]!.error_description!, /did not answer/);
  acorn.authorizationServer.reachable = true;
  assert.deepEqual(
    (await verdicts(acorn, token)).map(({ active }) => active),
    [true, true, true],
  );
});

test('the trace tells each rule once', async () => {
  const acorn = startAcorn({ traceRules: true });
  const token = acorn.token();
  await acorn.call('/user/userinfo', token);
  acorn.authorizationServer.revoked.add(token);
  const response = await acorn.call('/token-verdicts', token);
  const traced = decodeTrace(response.headers.get(traceHeader) ?? '').verdicts;
  const ids = traced.map(({ rule }) => rule.id);
  assert.deepEqual(ids, [...new Set(ids)]);
  assert.deepEqual(
    traced.slice(-2).map(({ rule, passed }) => [rule.id, passed]),
    [
      ['token-not-revoked', false],
      ['token-not-on-revocation-list', true],
    ],
  );
  assert.ok(!JSON.stringify(traced).includes(token));
});

test('in a lab, a rule that is switched off is missing in the verdicts as well', async () => {
  const acorn = startAcorn({ rulesOff: new Set(['token-not-revoked']) });
  const token = acorn.token();
  acorn.authorizationServer.revoked.add(token);
  assert.deepEqual(
    (await verdicts(acorn, token)).map(({ active }) => active),
    [true, true, true],
  );
});
